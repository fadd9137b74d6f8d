import { addDays, type Day, daysBetween } from '../../../core/day.ts'
import type { Source } from './source.ts'

/** Days in which an OGGZ referral must be in care (E, knelpunt 5). */
const oggzDays = 14

/** When somebody was referred and what was done since. */
export type Wait = {
  receivedOn: Day
  source: Source | null
  firstContactOn: Day | null
  intakeOn: Day | null
  promisedFor: Day | null
  lastContactOn: Day | null
}

/** Both waits of one person, in days until today where they still run. */
export type Waited = { toFirstContact: number; hasContact: boolean; toIntake: number; hasIntake: boolean }

/** Days from referral to the first contact, and to the intake: both are counted (E 4.2). */
export function waited(wait: Wait, today: Day): Waited {
  return {
    toFirstContact: daysBetween(wait.receivedOn, wait.firstContactOn ?? today),
    hasContact: wait.firstContactOn !== null,
    toIntake: daysBetween(wait.receivedOn, wait.intakeOn && wait.intakeOn < today ? wait.intakeOn : today),
    hasIntake: wait.intakeOn !== null && wait.intakeOn <= today,
  }
}

/** The last day on which an OGGZ referral may come into care; null for other sources. */
export function oggzDeadline(wait: Pick<Wait, 'receivedOn' | 'source'>): Day | null {
  return wait.source === 'oggz' ? addDays(wait.receivedOn, oggzDays) : null
}

/** What calls for attention in a wait, most urgent first; none when it runs as promised. */
export function attention(
  wait: Wait,
  today: Day,
): 'oggz-late' | 'oggz-soon' | 'promise-late' | 'no-promise' | null {
  const deadline = oggzDeadline(wait)
  if (deadline && deadline < today) return 'oggz-late'
  if (isPromiseBroken(wait, today)) return 'promise-late'
  if (deadline && daysBetween(today, deadline) <= 4) return 'oggz-soon'
  const isPromised = wait.promisedFor !== null && wait.promisedFor >= today
  return isPromised || wait.intakeOn !== null ? null : 'no-promise'
}

// A promise is kept by any contact on or after the promised day; also a closed door counts.
function isPromiseBroken({ promisedFor, lastContactOn }: Wait, today: Day): boolean {
  return (
    promisedFor !== null && promisedFor < today && (lastContactOn === null || lastContactOn < promisedFor)
  )
}
