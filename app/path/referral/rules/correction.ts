import { z } from 'zod'
import type { Day } from '../../../core/day.ts'
import { day } from '../../../core/fields.ts'
import { referralFields } from './referral-form.ts'

const asked = z.object({ ...referralFields, receivedOn: day() })

/** Everything a referral says that can turn out to be a mistake. */
export type Correction = z.output<typeof asked>

/** The same, before somebody corrected it: when that was, and who did it. */
export type Replaced = Correction & { correctedAt: Date; correctedBy: string }

/** The fields of a correction, in the order of the form. */
export const correctionFields = [
  'ownQuestion',
  'source',
  'referrer',
  'referrerPhone',
  'reason',
  'receivedOn',
] as const

/**
 * A corrected referral. The day on which it was received may move, never past what was done about it since, or past
 * today: a wait cannot begin after its end. A day that stands there already is not questioned.
 */
export function correctionForm(stands: Day, today: Day, done: Day[]) {
  return asked.superRefine(({ receivedOn }, ctx) => {
    const wrong = (message: string) => ctx.addIssue({ code: 'custom', path: ['receivedOn'], message })
    if (receivedOn === stands) return
    if (receivedOn > today) wrong('date-in-future')
    else if (done.some((on) => on < receivedOn)) wrong('received-after-step')
  })
}

/** One correction: when, by whom, and what each changed field said before and after. */
export type Change = {
  at: Date
  by: string
  fields: { name: (typeof correctionFields)[number]; from: string; to: string }[]
}

/** What each correction changed, oldest first; one that changed nothing is none. */
export function changesOf(earlier: Replaced[], now: Correction): Change[] {
  return earlier.flatMap((before, i) => {
    const after = earlier[i + 1] ?? now
    const fields = correctionFields
      .filter((name) => before[name] !== after[name])
      .map((name) => ({ name, from: before[name], to: after[name] }))
    return fields.length > 0 ? [{ at: before.correctedAt, by: before.correctedBy, fields }] : []
  })
}
