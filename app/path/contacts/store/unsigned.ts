import { sql } from 'kysely'
import type { ClientId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { ContactKind } from '../rules/contact-form.ts'
import type { ContactId } from './contacts.ts'

/** A report that waits for a signature: one's own draft, or (not `mine`) a trainee's to co-sign. */
export type Unsigned = {
  contactId: ContactId
  clientId: ClientId
  givenName: string
  infix: string
  familyName: string
  happenedAt: Date
  kind: ContactKind
  mine: boolean
}

/** What waits for one's signature in the opened teams (columns "reports" and "own-reports"), the oldest first. */
export async function listUnsigned(tx: Tx): Promise<Unsigned[]> {
  const { rows } = await sql<{
    id: ContactId
    client_id: ClientId
    given_name: string
    infix: string
    family_name: string
    happened_at: Date
    kind: ContactKind
    mine: boolean
  }>`select * from contacts.unsigned()`.execute(tx)
  return rows.map((row) => ({
    contactId: row.id,
    clientId: row.client_id,
    givenName: row.given_name,
    infix: row.infix,
    familyName: row.family_name,
    happenedAt: row.happened_at,
    kind: row.kind,
    mine: row.mine,
  }))
}
