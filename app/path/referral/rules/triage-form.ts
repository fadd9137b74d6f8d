import { z } from 'zod'
import { choice, optionalDay, text } from '../../../core/fields.ts'

/** Where a referral goes after the team looked at it; who waits gets a promised contact at once. */
export const triageForm = z
  .object({
    outcome: choice(['waiting-list', 'redirect', 'consultation']),
    together: text(300),
    reason: text(2000),
    redirectTo: text(300),
    promisedFor: optionalDay(),
    promise: text(300),
  })
  .superRefine((typed, ctx) => {
    const need = (missing: boolean, path: string, message: string) =>
      missing && ctx.addIssue({ code: 'custom', path: [path], message })
    need(typed.outcome === 'redirect' && typed.redirectTo === '', 'redirectTo', 'redirect-needs-where')
    need(typed.outcome === 'waiting-list' && typed.promisedFor === null, 'promisedFor', 'promise-needs-day')
  })
  // What was filled in under another outcome is not part of the decision.
  .transform((typed) => ({ ...typed, redirectTo: typed.outcome === 'redirect' ? typed.redirectTo : '' }))
export type Triage = z.output<typeof triageForm>
