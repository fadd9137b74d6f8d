import type { Day } from '../../../core/day.ts'
import type { PersonId } from '../../../core/id.ts'
import type { Cancellation } from '../../../office/agenda/door.ts'
import type { TalkOutcome } from './consequence.ts'

export type Triage = {
  outcome: 'waiting-list' | 'redirect' | 'consultation'
  decidedOn: Day
  together: string
  reason: string
  redirectTo: string
}
/** A promised contact; `at` is when it was promised. */
export type Promised = { promisedFor: Day; what: string; by: string | null; at: string }
export type EarlyContact = {
  happenedOn: Day
  way: 'visit' | 'phone' | 'message' | 'tried'
  minutes: number
  note: string
  by: string | null
}
/**
 * A plan for the intake; `at` is when it was made, `whyAgain` why the one before was not kept. The rest is what the agenda
 * says now.
 */
export type IntakePlan = {
  at: string
  whyAgain: string
  startsAt: string
  minutes: number
  place: string
  personId: PersonId
  by: string
  withWhom: string
  relativeInvited: string
  cancellation: Cancellation | null
}
export type Report = {
  id: string
  heldOn: Day
  whatHappened: string
  vulnerabilityAndStrength: string
  whereTo: string
  whatNeeded: string
  together: 'with-client' | 'read-by-client' | 'not-yet'
  relativePresent: string
  signedAt: string | null
  /** who signed, and who of the practitioners did so with a trainee; '' when nobody */
  signedBy: string
  cosignedBy: string
  version: number
}
export type Talk = {
  heldOn: Day
  outcome: TalkOutcome
  ownWords: string
  agreed: string
  elsewhere: string
  keepContact: string
}
export type ReturnTalk = {
  heldOn: Day
  whatDidWe: string
  howRoundedOff: string
  whereOn: string
  permission: 'yes' | 'no'
  permissionBy: 'client' | 'representative'
}
