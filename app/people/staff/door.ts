// What an administrator does; each is refused (NotFound) to anybody else.
/** A municipality by its CBS code; the same code again renames it. */
export { addMunicipality } from './acts/add-municipality.ts'
/** An organisation; with `signedOn` its agreement too. Without an agreement it sees nothing. */
export { addOrganisation } from './acts/add-organisation.ts'
/** A team starts in the region; its id. */
export { addTeam } from './acts/add-team.ts'
/** A worker with a first post; null when the e-mail address is taken. */
export { addWorker } from './acts/add-worker.ts'
/** Which team serves a postcode area (four digits) from now on. */
export { setArea } from './acts/set-area.ts'
/** The agreement's id, or 'overlaps'. */
export { signAgreement } from './acts/sign-agreement.ts'
/** A worker with name, e-mail and posts; undefined when there is none. */
export { findWorker } from './store/overview.ts'
/** Teams, their members of today and their areas (null: outside the region), and the organisations, by name. */
export {
  type Area,
  findArea,
  findTeam,
  listColleagues,
  listOrganisations,
  listTeams,
} from './store/teams.ts'
