import { addDays, type Day, dayOf, daysBetween } from '../../../core/day.ts'
import { standingPlan } from './plan.ts'
import type { Source } from './source.ts'
import { isMissed } from './state.ts'

/** Days in which an OGGZ referral must be in care (E, knelpunt 5). */
const oggzDays = 14

/** When somebody was referred and what was done since. */
export type Wait = {
  receivedOn: Day
  source: Source | null
  firstContactOn: Day | null
  /** the day of the plan that stands; a plan alone stops no clock */
  intakePlannedOn: Day | null
  /** the latest plan was called off, and nobody planned anew */
  isIntakeCancelled: boolean
  /** the day of the intake by its report, or of the talk that came instead */
  intakeHeldOn: Day | null
  promisedFor: Day | null
  lastContactOn: Day | null
}

/** What is told of a referral, as far as its wait hangs on it; promises and plans newest first. */
type Told = {
  receivedOn: Day
  source: Source
  earlyContacts: { happenedOn: Day; way: string }[]
  promises: { promisedFor: Day }[]
  plans: { startsAt: string; cancellation: unknown }[]
  intakeHeldOn: Day | null
}

/** The wait of one referral. A closed door is a contact for a promise, but not yet the first contact. */
export function waitOf({ receivedOn, source, intakeHeldOn, ...told }: Told): Wait {
  const days = told.earlyContacts.map(({ happenedOn }) => happenedOn).sort()
  const met = told.earlyContacts.filter(({ way }) => way !== 'tried').map(({ happenedOn }) => happenedOn)
  const plan = standingPlan(told.plans)
  return {
    receivedOn,
    source,
    firstContactOn: met.sort()[0] ?? null,
    lastContactOn: days.at(-1) ?? null,
    promisedFor: told.promises[0]?.promisedFor ?? null,
    intakePlannedOn: plan ? dayOf(new Date(plan.startsAt)) : null,
    isIntakeCancelled: told.plans.length > 0 && !plan,
    intakeHeldOn,
  }
}

/** Both waits of one person, in days until today where they still run. */
export type Waited = { toFirstContact: number; hasContact: boolean; toIntake: number; hasIntake: boolean }

/** Days from referral to the first contact, and to the intake: both are counted (E 4.2). A first contact can be the intake. */
export function waited(wait: Wait, today: Day): Waited {
  const { receivedOn, intakeHeldOn } = wait
  const firstOn = wait.firstContactOn ?? intakeHeldOn
  return {
    toFirstContact: daysBetween(receivedOn, firstOn ?? today),
    hasContact: firstOn !== null,
    toIntake: daysBetween(receivedOn, intakeHeldOn ?? today),
    hasIntake: intakeHeldOn !== null,
  }
}

/** The last day on which an OGGZ referral may come into care; null for other sources. */
export function oggzDeadline(wait: Pick<Wait, 'receivedOn' | 'source'>): Day | null {
  return wait.source === 'oggz' ? addDays(wait.receivedOn, oggzDays) : null
}

/** Why somebody must look at a wait. */
export type Alarm =
  | 'oggz-late'
  | 'oggz-soon'
  | 'promise-late'
  | 'intake-missed'
  | 'intake-cancelled'
  | 'no-promise'

/** What calls for attention in a wait, most urgent first; none when it runs as promised. */
export function attention(wait: Wait, today: Day): Alarm | null {
  const deadline = oggzDeadline(wait)
  if (deadline && deadline < today) return 'oggz-late'
  if (isPromiseBroken(wait, today)) return 'promise-late'
  if (isMissed(wait, today)) return 'intake-missed'
  if (deadline && daysBetween(today, deadline) <= 4) return 'oggz-soon'
  return whatLacks(wait, today)
}

function whatLacks(wait: Wait, today: Day): Alarm | null {
  const awaitsIntake = wait.intakeHeldOn === null
  if (wait.isIntakeCancelled && awaitsIntake) return 'intake-cancelled'
  const isPromised = wait.promisedFor !== null && wait.promisedFor >= today
  const isPlanned = wait.intakePlannedOn !== null && awaitsIntake
  return isPromised || isPlanned ? null : 'no-promise'
}

// A promise is kept by any contact on or after the promised day, and by the intake; also a closed door counts.
function isPromiseBroken({ promisedFor, lastContactOn, intakeHeldOn }: Wait, today: Day): boolean {
  if (promisedFor === null || promisedFor >= today) return false
  return ![lastContactOn, intakeHeldOn].some((on) => on !== null && on >= promisedFor)
}
