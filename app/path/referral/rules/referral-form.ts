import { z } from 'zod'
import { choice, optionalId, phone, text } from '../../../core/fields.ts'
import type { TeamId } from '../../../core/id.ts'
import { sources } from './source.ts'

/** What the referrer told, and the person's own question. */
export const referralFields = {
  source: choice(sources),
  referrer: text(160),
  referrerPhone: phone(),
  reason: text(4000),
  ownQuestion: text(2000),
}

export const referralForm = z.object(referralFields)
export type ReferralForm = z.output<typeof referralForm>

/** The part of a new referral that is not about identity. */
export const newReferralFields = {
  ...referralFields,
  colleagueOf: optionalId<TeamId>(),
  relativeName: text(120),
  relativeRelation: text(60),
  relativePhone: phone(),
}

/** Where a referral goes after the team looked at it. */
export const triageForm = z
  .object({
    outcome: choice(['waiting-list', 'redirect', 'consultation']),
    together: text(300),
    reason: text(2000),
    redirectTo: text(300),
    promisedFor: text(20),
    promise: text(300),
  })
  .superRefine((typed, ctx) => {
    if (typed.outcome === 'redirect' && typed.redirectTo === '')
      ctx.addIssue({ code: 'custom', path: ['redirectTo'], message: 'redirect-needs-where' })
    if (typed.outcome === 'waiting-list' && typed.promise === '')
      ctx.addIssue({ code: 'custom', path: ['promise'], message: 'promise-needs-what' })
  })
export type Triage = z.output<typeof triageForm>
