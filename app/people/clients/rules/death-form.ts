import { z } from 'zod'
import type { Day } from '../../../core/day.ts'
import { day } from '../../../core/fields.ts'

/** The day on which the client died: not after today, not before birth. */
export function deathForm(today: Day, birth: Day | null) {
  return z.object({
    diedOn: day()
      .refine((diedOn) => diedOn <= today, 'date-in-future')
      .refine((diedOn) => birth === null || diedOn >= birth, 'before-birth'),
  })
}
