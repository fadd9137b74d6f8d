import type { Day } from '../../../core/day.ts'
import { type ClientId, newId, type ReferralId, type TeamId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { ReferralForm } from '../rules/referral-form.ts'

/** Writes down a referral; its clocks start on the day it was received. */
export async function addReferral(
  tx: Tx,
  client: ClientId,
  team: TeamId,
  receivedOn: Day,
  form: ReferralForm,
): Promise<ReferralId> {
  const id = newId<ReferralId>()
  await tx
    .insertInto('referral.referrals')
    .values({
      id,
      client_id: client,
      team_id: team,
      received_on: receivedOn,
      source: form.source,
      referrer: form.referrer,
      referrer_phone: form.referrerPhone,
      reason: form.reason,
      own_question: form.ownQuestion,
    })
    .execute()
  return id
}
