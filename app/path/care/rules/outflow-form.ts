import { z } from 'zod'
import type { Day } from '../../../core/day.ts'
import { choice, pastDay, requiredText, text } from '../../../core/fields.ts'

/** Where a person goes after care. Next carer: referred to a team or practice that has a waiting list of its own (E 4.4). */
export const destinations = [
  'gp',
  'poh',
  'basic-ggz',
  'next-carer',
  'elsewhere',
  'moved',
  'died',
  'other',
] as const
export type Destination = (typeof destinations)[number]

/** Leaving care: until when, where to, why (in the client's words too), and whether there is aftercare. */
export function outflowForm(bounds: { from: Day; today: Day }) {
  return z
    .object({
      leftOn: pastDay(bounds),
      destination: choice(destinations),
      ownWords: text(4000),
      reason: requiredText(4000),
      aftercare: choice(['yes', 'no']),
    })
    .refine(({ destination, aftercare }) => destination !== 'died' || aftercare === 'no', {
      path: ['aftercare'],
      message: 'died-no-aftercare',
    })
}
export type OutflowForm = z.output<ReturnType<typeof outflowForm>>
