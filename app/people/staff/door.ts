// What an administrator does; each is refused (NotFound) to anybody else.
/** Gives somebody who works here one more post; its id. */
export { addMembership } from './acts/add-membership.ts'
/** A municipality by its CBS code; the same code again renames it. */
export { addMunicipality } from './acts/add-municipality.ts'
/** An organisation; with `signedOn` its agreement too. Without an agreement it sees nothing. */
export { addOrganisation } from './acts/add-organisation.ts'
/** A team starts in the region; its id. */
export { addTeam } from './acts/add-team.ts'
/** A worker with a first post; null when the e-mail address is taken. */
export { addWorker } from './acts/add-worker.ts'
/** After its last day the organisation sees nothing any more. */
export { endAgreement } from './acts/end-agreement.ts'
/** After the last day of a post its dossiers are closed to this worker. */
export { endMembership } from './acts/end-membership.ts'
/** Which team serves a postcode area (four digits) from now on. */
export { setArea } from './acts/set-area.ts'
/** The agreement's id, or 'overlaps'. */
export { signAgreement } from './acts/sign-agreement.ts'
/** What the forms of the house give. */
export type {
  AgreementForm,
  AreaForm,
  MunicipalityForm,
  OrganisationForm,
  Post,
  TeamForm,
  WorkerForm,
} from './rules/house-forms.ts'
/** What sort of organisation: 'mental-health', 'addiction', 'municipality' ... */
export type { OrganisationKind } from './rules/kind.ts'
/** The region of this installation; undefined before it was set up. */
export { findRegion } from './store/house.ts'
/** A worker with name, e-mail and posts; undefined when there is none. */
export { findWorker } from './store/overview.ts'
/** Teams, their members of today and their areas (null: outside the region), and the organisations, by name. */
export {
  type Area,
  type Colleague,
  findArea,
  findTeam,
  listColleagues,
  listOrganisations,
  listTeams,
  type Team,
} from './store/teams.ts'
