import type { Day } from '../../../core/day.ts'
import { consequenceOf, type TalkOutcome } from './consequence.ts'

/** How far a referral has come. */
export const stages = ['received', 'waiting', 'intake-planned', 'intake-held', 'decided'] as const

export type Stage = (typeof stages)[number] | 'intake-missed' | 'kept-in-touch' | 'redirected' | 'consulted'

/** What happened to a referral so far. */
export type Happened = {
  triage: 'waiting-list' | 'redirect' | 'consultation' | null
  intakePlannedOn: Day | null
  intakeHeldOn: Day | null
  /** the report is signed; also when whoever asks may not read reports, and the intake was held */
  hasReport: boolean
  /** what the latest advice talk led to; a return talk leads into care */
  talk: TalkOutcome | null
}

/** The stage follows from what happened; nobody sets it. Who wants no care now is kept in touch, until another talk. */
export function stageOf(happened: Happened, today: Day): Stage {
  const { talk, triage, intakePlannedOn } = happened
  if (talk) return consequenceOf(talk) === 'keeps-contact' ? 'kept-in-touch' : 'decided'
  if (triage === 'redirect') return 'redirected'
  if (triage === 'consultation') return 'consulted'
  if (happened.hasReport) return 'intake-held'
  if (intakePlannedOn !== null) return isMissed(happened, today) ? 'intake-missed' : 'intake-planned'
  return triage === null ? 'received' : 'waiting'
}

/** A plan is no intake: when its day has passed and nobody wrote that it was held, somebody must look. */
export function isMissed(
  { intakePlannedOn, intakeHeldOn }: Pick<Happened, 'intakePlannedOn' | 'intakeHeldOn'>,
  today: Day,
): boolean {
  return intakeHeldOn === null && intakePlannedOn !== null && intakePlannedOn < today
}
