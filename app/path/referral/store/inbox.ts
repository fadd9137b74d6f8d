import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import type { ClientId, ReferralId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Source } from '../rules/source.ts'

/** One line of the inbox: what this person's role may see of it; null where "referral" is not open. */
export type InboxLine = {
  clientId: ClientId
  referralId: ReferralId
  givenName: string
  infix: string
  familyName: string
  birthDate: Day | null
  receivedOn: Day
  source: Source | null
  referrer: string | null
  ownQuestion: string | null
  comesBack: boolean
}

/** Who was referred to the opened team and has no triage yet, longest waiting first. */
export async function listInbox(tx: Tx): Promise<InboxLine[]> {
  const { rows } = await sql<{
    client_id: ClientId
    referral_id: ReferralId
    given_name: string
    infix: string
    family_name: string
    birth_date: Day | null
    received_on: Day
    source: Source | null
    referrer: string | null
    own_question: string | null
    comes_back: boolean
  }>`select * from referral.inbox()`.execute(tx)
  return rows.map((row) => ({
    clientId: row.client_id,
    referralId: row.referral_id,
    givenName: row.given_name,
    infix: row.infix,
    familyName: row.family_name,
    birthDate: row.birth_date,
    receivedOn: row.received_on,
    source: row.source,
    referrer: row.referrer,
    ownQuestion: row.own_question,
    comesBack: row.comes_back,
  }))
}
