import { sql } from 'kysely'
import type { ClientId, PersonId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Holder } from './link.ts'

/**
 * An account for a worker with the line about it, both or neither; false when the worker or the address has one. The
 * database asks for an administrator.
 */
export async function openWorkerAccount(tx: Tx, worker: PersonId, hash: string): Promise<boolean> {
  const { rows } = await sql<{
    made: boolean
  }>`select accounts.open_account(${worker}, ${hash}) as made`.execute(tx)
  return rows[0]?.made ?? false
}

type NewPortalAccount = { person: PersonId; addresses: string[]; hash: string }

/** An account joined to who stands beside the client, under the first address that is free; which that is. */
export async function openPortalAccount(
  tx: Tx,
  client: ClientId,
  { holder, account }: { holder: Holder; account: NewPortalAccount },
): Promise<string> {
  const { kind, rowId, name } = holder
  const { rows } = await sql<{
    address: string
  }>`select accounts.give_access(${client}, ${kind}, ${rowId}, ${account.person}, ${name}, ${account.addresses}::text[], ${account.hash}) as address`.execute(
    tx,
  )
  return rows[0]?.address ?? ''
}

/** A new start password for a worker, with the line about it; every session ends. The database asks for an administrator. */
export async function replaceWorkerPassword(tx: Tx, worker: PersonId, hash: string): Promise<void> {
  await sql`select accounts.new_worker_password(${worker}, ${hash})`.execute(tx)
}

/** The same for who stands beside a client; refused where that account leads elsewhere too. */
export async function replacePortalPassword(
  tx: Tx,
  client: ClientId,
  { holder, hash }: { holder: Holder; hash: string },
): Promise<void> {
  const { kind, rowId } = holder
  await sql`select accounts.new_portal_password(${client}, ${kind}, ${rowId}, ${hash})`.execute(tx)
}
