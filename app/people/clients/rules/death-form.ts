import { z } from 'zod'
import type { Day } from '../../../core/day.ts'
import { day } from '../../../core/fields.ts'

/** The day on which the client died: not after today, not before birth. */
export function deathForm(today: Day, birth: Day | null) {
  return z.object({ diedOn: day() }).superRefine(({ diedOn }, ctx) => {
    if (diedOn > today) ctx.addIssue({ code: 'custom', path: ['diedOn'], message: 'date-in-future' })
    if (birth !== null && diedOn < birth)
      ctx.addIssue({ code: 'custom', path: ['diedOn'], message: 'before-birth' })
  })
}
