import type { ClientId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import { type Client, findClient } from './clients.ts'
import { type Address, type Details, findAddress, findDetails } from './details.ts'

/** Everything that identity holds of a client; `seen` changes with any part of it. */
export type WholeIdentity = {
  client: Client
  details: Details
  address: (Address & { id: string }) | undefined
  seen: string
}

/** The whole of an opened client's own data; undefined where identity is not open. */
export async function findIdentity(tx: Tx, id: ClientId): Promise<WholeIdentity | undefined> {
  const client = await findClient(tx, id)
  const details = await findDetails(tx, id)
  const address = await findAddress(tx, id)
  if (!client || !details) return undefined
  const seen = [client.version, details.version, address?.id ?? 'none'].join('.')
  return { client, details, address, seen }
}
