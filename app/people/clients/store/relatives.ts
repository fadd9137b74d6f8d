import { type ClientId, newId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'

export type Relative = {
  id: string
  name: string
  relation: string
  phone: string
  email: string
  mayKnow: string
  callInCrisis: boolean
}

/** Adds somebody who stands beside the client. */
export async function addRelative(tx: Tx, client: ClientId, relative: Omit<Relative, 'id'>): Promise<string> {
  const id = newId()
  await tx
    .insertInto('clients.relatives')
    .values({
      id,
      client_id: client,
      name: relative.name,
      relation: relative.relation,
      phone: relative.phone,
      email: relative.email,
      may_know: relative.mayKnow,
      call_in_crisis: relative.callInCrisis,
    })
    .execute()
  return id
}

/** Who stand beside an opened client; none where "relatives" is not open. */
export async function listRelatives(tx: Tx, client: ClientId): Promise<Relative[]> {
  const rows = await tx
    .selectFrom('clients.relatives')
    .select(['id', 'name', 'relation', 'phone', 'email', 'may_know', 'call_in_crisis'])
    .where('client_id', '=', client)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    relation: row.relation,
    phone: row.phone,
    email: row.email,
    mayKnow: row.may_know,
    callInCrisis: row.call_in_crisis,
  }))
}
