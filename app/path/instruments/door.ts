/** A talk about the phase: { phase: 1-4, talkedOn, ownWords }. */
export { recordPhase } from './acts/record-phase.ts'
/** How it went, each phase with how long it lasted; { talks, today, lang }. */
export { PhaseHistory } from './parts/phase-history.tsx'
/** "Worstelen met"; and a number of days as people say it. */
export { phaseWord, sayDuration } from './parts/phase-word.ts'
/** `staysIn(talks, today)`: the stays in each phase, newest first; its first is where the client is now. */
export { type PhaseStay, type PhaseTalk, phases, type RecoveryPhase, staysIn } from './rules/phase.ts'
/** What the form of a phase gives: { phase, talkedOn, ownWords }. */
export type { PhaseForm } from './rules/phase-form.ts'
/** Talks of an opened client, newest first. */
export { listPhases } from './store/phases.ts'
