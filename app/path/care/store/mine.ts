import { sql } from 'kysely'
import type { ClientId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'

/** A client by name alone. */
export type MyClient = { clientId: ClientId; givenName: string; infix: string; familyName: string }

/** The clients of the opened team for whom whoever asks has a part today, by name; needs no column. */
export async function listMine(tx: Tx): Promise<MyClient[]> {
  const { rows } = await sql<{
    client_id: ClientId
    given_name: string
    infix: string
    family_name: string
  }>`select * from care.mine()`.execute(tx)
  return rows.map((row) => ({
    clientId: row.client_id,
    givenName: row.given_name,
    infix: row.infix,
    familyName: row.family_name,
  }))
}
