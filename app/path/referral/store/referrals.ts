import type { Day } from '../../../core/day.ts'
import { type ClientId, newId, type ReferralId, type TeamId } from '../../../core/id.ts'
import { mustChange, type Tx } from '../../../platform/database.ts'
import type { ReferralForm } from '../rules/referral-form.ts'
import type { Source } from '../rules/source.ts'

/** A referral of an opened client. */
export type Referral = {
  id: ReferralId
  teamId: TeamId
  team: string
  receivedOn: Day
  source: Source
  referrer: string
  referrerPhone: string
  reason: string
  ownQuestion: string
  version: number
}

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

/** One referral of an opened client; undefined when it is not there or not theirs. */
export async function findReferral(tx: Tx, client: ClientId, id: ReferralId): Promise<Referral | undefined> {
  const row = await tx
    .selectFrom('referral.referrals as r')
    .innerJoin('staff.teams as t', 't.id', 'r.team_id')
    .select([
      'r.id',
      'r.team_id',
      't.name as team',
      'r.received_on',
      'r.source',
      'r.referrer',
      'r.referrer_phone',
      'r.reason',
      'r.own_question',
      'r.version',
    ])
    .where('r.id', '=', id)
    .where('r.client_id', '=', client)
    .executeTakeFirst()
  return (
    row && {
      id,
      teamId: row.team_id as TeamId,
      team: row.team,
      receivedOn: row.received_on as Day,
      source: row.source as Source,
      referrer: row.referrer,
      referrerPhone: row.referrer_phone,
      reason: row.reason,
      ownQuestion: row.own_question,
      version: row.version,
    }
  )
}

/** Changes what the referrer told; never when it was received. Stale when somebody was first. */
export async function changeReferral(
  tx: Tx,
  id: ReferralId,
  version: number,
  form: ReferralForm,
): Promise<void> {
  mustChange(
    await tx
      .updateTable('referral.referrals')
      .set({
        source: form.source,
        referrer: form.referrer,
        referrer_phone: form.referrerPhone,
        reason: form.reason,
        own_question: form.ownQuestion,
      })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}
