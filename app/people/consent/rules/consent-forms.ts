import { z } from 'zod'
import type { Day } from '../../../core/day.ts'
import { choice, optionalDay, text } from '../../../core/fields.ts'
import { parseParty } from './party.ts'
import { shareable } from './sections.ts'

const party = text(60).transform((value, ctx) => {
  const found = parseParty(value)
  if (found) return found
  ctx.addIssue({ code: 'custom', message: value === '' ? 'choose-one' : 'no-such-party' })
  return z.NEVER
})

const parts = z
  .union([z.array(z.string()), z.string()])
  .optional()
  .transform((typed) => shareable.filter((section) => [typed ?? []].flat().includes(section)))

const givenBy = choice(['client', 'representative'])

/** Whom the client lets see which parts, until when; a last day lies not before today. */
export function consentForm(today: Day) {
  return z.object({
    party,
    sections: parts.refine((sections) => sections.length > 0, 'choose-sections'),
    until: optionalDay().refine((until) => until === null || until >= today, 'date-in-past'),
    givenBy,
  })
}
export type Consent = z.output<ReturnType<typeof consentForm>>

/** From whom the client shields which parts (or everything), or no longer. */
export const shieldForm = z
  .object({ what: choice(['shield', 'lift']), party, how: choice(['all', 'some']), sections: parts, givenBy })
  .superRefine((typed, ctx) => {
    if (typed.how === 'some' && typed.sections.length === 0)
      ctx.addIssue({ code: 'custom', path: ['sections'], message: 'choose-sections' })
  })
export type Shield = z.output<typeof shieldForm>

/** From which organisation or person the client shields one row, or no longer. */
export const rowShieldForm = z.object({
  what: choice(['shield', 'lift']),
  party: party.refine(({ kind }) => kind !== 'team', 'no-such-party'),
})
export type RowShield = z.output<typeof rowShieldForm>

/** Who gave permission. */
export const givenByForm = z.object({ givenBy })
