import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import { type ClientId, newId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { kindsOfRepresentative, scopes } from '../rules/beside-form.ts'

export type Representative = {
  id: string
  name: string
  kind: (typeof kindsOfRepresentative)[number]
  scope: (typeof scopes)[number]
  phone: string
  from: Day
  until: Day | null
}

/** Adds who represents the client, from a day until a last day (null: open). */
export async function addRepresentative(
  tx: Tx,
  client: ClientId,
  who: Omit<Representative, 'id'>,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('clients.representatives')
    .values({
      id,
      client_id: client,
      name: who.name,
      kind: who.kind,
      scope: who.scope,
      phone: who.phone,
      during: sql<string>`daterange(${who.from}::date, ${who.until}::date, '[]')`,
    })
    .execute()
  return id
}

/** Who represents an opened client today or later. */
export async function listRepresentatives(tx: Tx, client: ClientId): Promise<Representative[]> {
  const rows = await tx
    .selectFrom('clients.representatives')
    .select([
      'id',
      'name',
      'kind',
      'scope',
      'phone',
      sql<Day>`lower(during)`.as('from'),
      sql<Day | null>`upper(during) - 1`.as('until'),
    ])
    .where('client_id', '=', client)
    .where(sql<boolean>`coalesce(upper(during) > access.today(), true)`)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as Representative['kind'],
    scope: row.scope as Representative['scope'],
  }))
}
