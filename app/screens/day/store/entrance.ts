import { sql } from 'kysely'
import { type Day, dayOf } from '../../../core/day.ts'
import type { ClientId, ReferralId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Arrival } from '../rules/entrance.ts'

type Row = {
  client_id: ClientId
  referral_id: ReferralId
  given_name: string
  infix: string
  family_name: string
  received_on: Day
  source: Arrival['source']
  in_inbox: boolean
  first_contact_on: Day | null
  last_contact_on: Day | null
  promised_for: Day | null
  intake_at: Date | null
  intake_cancelled: boolean
  intake_held_on: Day | null
}

/** Who stands at the entrance of the opened team, in the inbox or on the waiting list, in one statement. */
export async function listArrivals(tx: Tx): Promise<Arrival[]> {
  const { rows } = await sql<Row>`
    select i.client_id, i.referral_id, i.given_name, i.infix, i.family_name, i.received_on, i.source, true as in_inbox,
      null::date as first_contact_on, null::date as last_contact_on, null::date as promised_for, null::timestamptz as intake_at,
      false as intake_cancelled, null::date as intake_held_on
    from referral.inbox() i
    union all
    select w.client_id, w.referral_id, w.given_name, w.infix, w.family_name, w.received_on, w.source, false,
      w.first_contact_on, w.last_contact_on, w.promised_for, w.intake_at, w.intake_cancelled, w.intake_held_on
    from referral.waiting_list() w
    order by received_on, referral_id`.execute(tx)
  return rows.map((row) => ({
    clientId: row.client_id,
    referralId: row.referral_id,
    givenName: row.given_name,
    infix: row.infix,
    familyName: row.family_name,
    receivedOn: row.received_on,
    source: row.source,
    isInInbox: row.in_inbox,
    firstContactOn: row.first_contact_on,
    lastContactOn: row.last_contact_on,
    promisedFor: row.promised_for,
    intakeAt: row.intake_at,
    intakePlannedOn: row.intake_at ? dayOf(row.intake_at) : null,
    isIntakeCancelled: row.intake_cancelled,
    intakeHeldOn: row.intake_held_on,
  }))
}
