/** The team's decision; (asker, { client, referral, team }, form, promisedBy). Stale when it was decided already. */
export { decideTriage } from './acts/decide-triage.ts'
/** The nth advice talk, and what follows from its outcome. Stale when that talk was held already. */
export { holdAdviceTalk } from './acts/hold-advice-talk.ts'
/** The municipal Wmo access was involved: { involvedOn, who }. */
export { involveWmo } from './acts/involve-wmo.ts'
/** Plans the intake, or plans it anew with why: the latest plan counts, and stands in the agenda. */
export { planIntake } from './acts/plan-intake.ts'
/** Promises who waits a next contact: { promisedFor, promise, person }; the latest counts. */
export { promiseContact } from './acts/promise-contact.ts'
/** Somebody who is not known yet is registered and referred to a team, at once or not at all: { client, referral }. */
export { type NewReferral, receiveReferral } from './acts/receive-referral.ts'
/** Somebody who was here before is referred again; the referral's id. NotFound unless this session's search met the person. */
export { returnReferral } from './acts/return-referral.ts'
/** A contact before the intake: { happenedOn, way, minutes, note }. */
export { writeEarlyContact } from './acts/write-early-contact.ts'
/** Writes the report from the version that was seen (0: none yet), and signs it when asked. Stale when somebody was first. */
export { writeIntakeReport } from './acts/write-intake-report.ts'
/** The word for who referred. */
export { sourceWord } from './parts/source-word.ts'
/** Who may refer, as codes. */
export type { Source } from './rules/source.ts'
/** A wait: what calls for attention (null: nothing), and both waits in days. */
export { attention, waited } from './rules/waiting.ts'
/** Who waits for the intake or is kept in touch, longest waiting first; open the column "referral". */
export type { WaitingLine } from './store/waiting-list.ts'
