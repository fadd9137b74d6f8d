import { z } from 'zod'
import { choice, optionalId, phone, text, ticked } from '../../../core/fields.ts'
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
  /** the team that goes on, when the person or a relative works in the team that writes this down */
  handledBy: optionalId<TeamId>(),
  /** the GP who refers is the person's own: taken over where no GP was filled in */
  ownGp: ticked(),
  relativeName: text(120),
  relativeRelation: text(60),
  relativePhone: phone(),
}
