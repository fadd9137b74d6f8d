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
