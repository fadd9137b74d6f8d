import { sql } from 'kysely'
import { type Day, dayOf } from '../../../core/day.ts'
import type { ClientId, ReferralId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Source } from '../rules/source.ts'
import type { Wait } from '../rules/waiting.ts'

/** One line of the waiting list; source, question and promise only where "referral" is open. */
export type WaitingLine = Wait & {
  clientId: ClientId
  referralId: ReferralId
  givenName: string
  infix: string
  familyName: string
  ownQuestion: string | null
  promise: string | null
  intakeAt: Date | null
  comesBack: boolean
}

type Row = {
  client_id: ClientId
  referral_id: ReferralId
  given_name: string
  infix: string
  family_name: string
  received_on: Day
  source: Source | null
  own_question: string | null
  first_contact_on: Day | null
  last_contact_on: Day | null
  promised_for: Day | null
  promise: string | null
  intake_at: Date | null
  intake_cancelled: boolean
  intake_held_on: Day | null
  comes_back: boolean
}

/** Who was accepted and waits for the intake, or is kept in touch, longest waiting first. */
export async function listWaiting(tx: Tx): Promise<WaitingLine[]> {
  const { rows } = await sql<Row>`select * from referral.waiting_list()`.execute(tx)
  return rows.map((row) => ({
    clientId: row.client_id,
    referralId: row.referral_id,
    givenName: row.given_name,
    infix: row.infix,
    familyName: row.family_name,
    receivedOn: row.received_on,
    source: row.source,
    ownQuestion: row.own_question,
    firstContactOn: row.first_contact_on,
    lastContactOn: row.last_contact_on,
    promisedFor: row.promised_for,
    promise: row.promise,
    intakeAt: row.intake_at,
    intakePlannedOn: row.intake_at ? dayOf(row.intake_at) : null,
    isIntakeCancelled: row.intake_cancelled,
    intakeHeldOn: row.intake_held_on,
    comesBack: row.comes_back,
  }))
}
