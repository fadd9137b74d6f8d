export {
  assign,
  involve,
  leaveTeam,
  listPeriods,
  moveToPhase,
  type Part,
  type Period,
  type Phase,
  returnToTeam,
} from './store/periods.ts'
