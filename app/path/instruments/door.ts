/** A talk about the phase: { phase: 1-4, talkedOn, ownWords }. */
export { recordPhase } from './acts/record-phase.ts'
/** "Worstelen met"; and a number of days as people say it. */
export { phaseWord, sayDuration } from './parts/phase-word.ts'
/** One of the four. */
export type { RecoveryPhase } from './rules/phase.ts'
