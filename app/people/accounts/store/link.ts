import { sql } from 'kysely'
import type { ClientId, PersonId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'

/** Joins an account to the client, or to one relative or representative of the client. */
export async function linkAccount(
  tx: Tx,
  client: ClientId,
  { kind, rowId, person }: { kind: string; rowId: string | null; person: PersonId },
): Promise<void> {
  await sql`select accounts.link(${client}, ${kind}, ${rowId}, ${person})`.execute(tx)
}
