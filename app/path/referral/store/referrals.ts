import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import { type ClientId, newId, type ReferralId, type TeamId } from '../../../core/id.ts'
import type { AppointmentId } from '../../../office/agenda/door.ts'
import { mustChange, type Tx } from '../../../platform/database.ts'
import type { Correction, Replaced } from '../rules/correction.ts'
import type { ReferralForm } from '../rules/referral-form.ts'
import type { Source } from '../rules/source.ts'
import type { Of } from './steps.ts'

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
      ...columns(form),
    })
    .execute()
  return id
}

/** The latest referral of an opened client, with what it says; undefined when there is none, or not theirs. */
export async function findLatest(
  tx: Tx,
  client: ClientId,
): Promise<(ReferralForm & { id: ReferralId }) | undefined> {
  const row = await tx
    .selectFrom('referral.referrals')
    .select([
      'id',
      'source',
      'referrer',
      'referrer_phone as referrerPhone',
      'reason',
      'own_question as ownQuestion',
    ])
    .where('client_id', '=', client)
    .orderBy('received_on', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && { ...row, id: row.id as ReferralId, source: row.source as Source }
}

/** The referral of an opened client for whose intake this appointment was made; undefined when it is none, or not theirs. */
export async function findReferralOfIntake(
  tx: Tx,
  client: ClientId,
  appointment: AppointmentId,
): Promise<ReferralId | undefined> {
  const row = await tx
    .selectFrom('referral.intakes')
    .select('referral_id')
    .where('client_id', '=', client)
    .where('appointment_id', '=', appointment)
    .executeTakeFirst()
  return row && (row.referral_id as ReferralId)
}

/** Corrects what a referral says; Stale when this is not its version any more. */
export async function changeReferral(tx: Tx, of: Of, version: number, form: Correction): Promise<void> {
  mustChange(
    await tx
      .updateTable('referral.referrals')
      .set({ received_on: form.receivedOn, ...columns(form) })
      .where('id', '=', of.referral)
      .where('client_id', '=', of.client)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

/** What an opened referral said before each of its corrections, oldest first. */
export async function listCorrections(tx: Tx, of: Of): Promise<Replaced[]> {
  const { rows } = await sql<{
    received_on: Day
    source: Replaced['source']
    referrer: string
    referrer_phone: string
    reason: string
    own_question: string
    corrected_at: Date
    corrected_by: string
  }>`select * from referral.corrections(${of.client}, ${of.referral})`.execute(tx)
  return rows.map((row) => ({
    receivedOn: row.received_on,
    source: row.source,
    referrer: row.referrer,
    referrerPhone: row.referrer_phone,
    reason: row.reason,
    ownQuestion: row.own_question,
    correctedAt: row.corrected_at,
    correctedBy: row.corrected_by,
  }))
}

function columns(form: ReferralForm) {
  return {
    source: form.source,
    referrer: form.referrer,
    referrer_phone: form.referrerPhone,
    reason: form.reason,
    own_question: form.ownQuestion,
  }
}
