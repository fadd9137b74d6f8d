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

/** Whether whoever asks hands out access to this opened dossier: not while the client shields something from them. */
export async function mayLink(tx: Tx, client: ClientId): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select accounts.may_link(${client}) as may`.execute(tx)
  return rows[0]?.may ?? false
}

/** Who may have an account beside a dossier; `person` is the account, null without one. */
export type Holder = {
  kind: 'client' | 'relative' | 'representative'
  rowId: string
  name: string
  person: PersonId | null
}

/** Takes the account away from the client, relative or representative that it was joined to. */
export async function unlinkAccount(tx: Tx, client: ClientId, { kind, rowId }: Holder): Promise<void> {
  await sql`select accounts.unlink(${client}, ${kind}, ${rowId})`.execute(tx)
}

/** The client, and the relatives and representatives that whoever asks may see: the client first. */
export async function listHolders(tx: Tx, client: ClientId): Promise<Holder[]> {
  const { rows } = await sql<{
    kind: Holder['kind']
    row_id: string
    name: string
    person_id: PersonId | null
  }>`select kind, row_id, name, person_id from accounts.holders(${client}) order by kind, name, row_id`.execute(
    tx,
  )
  return rows.map((row) => ({ kind: row.kind, rowId: row.row_id, name: row.name, person: row.person_id }))
}
