import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import { type ClientId, newId } from '../../../core/id.ts'
import { mustChange, type Tx } from '../../../platform/database.ts'
import type { kindsOfRepresentative, scopes } from '../rules/beside-form.ts'

export type Representative = {
  id: string
  name: string
  kind: (typeof kindsOfRepresentative)[number]
  scope: (typeof scopes)[number]
  phone: string
  email: string
  from: Day
  until: Day | null
  version: number
}

/** Who represents, as it is told. */
export type NewRepresentative = Omit<Representative, 'id' | 'version'>

/** Adds who represents the client, from a day until a last day (null: open). */
export async function addRepresentative(tx: Tx, client: ClientId, who: NewRepresentative): Promise<string> {
  const id = newId()
  await tx
    .insertInto('clients.representatives')
    .values({
      id,
      client_id: client,
      ...columns(who),
    })
    .execute()
  return id
}

/** Changes who represents, or ends it; Stale when this is not its version any more. */
export async function changeRepresentative(
  tx: Tx,
  client: ClientId,
  { id, version }: { id: string; version: number },
  who: NewRepresentative,
): Promise<void> {
  mustChange(
    await tx
      .updateTable('clients.representatives')
      .set(columns(who))
      .where('id', '=', id)
      .where('client_id', '=', client)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

function columns({ name, kind, scope, phone, email, from, until }: NewRepresentative) {
  return {
    name,
    kind,
    scope,
    phone,
    email,
    during: sql<string>`daterange(${from}::date, ${until}::date, '[]')`,
  }
}

/** Who represents an opened client, and who did. */
export async function listRepresentatives(tx: Tx, client: ClientId): Promise<Representative[]> {
  const rows = await tx
    .selectFrom('clients.representatives')
    .select([
      'id',
      'name',
      'kind',
      'scope',
      'phone',
      'email',
      'version',
      sql<Day>`lower(during)`.as('from'),
      sql<Day | null>`upper(during) - 1`.as('until'),
    ])
    .where('client_id', '=', client)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as Representative['kind'],
    scope: row.scope as Representative['scope'],
  }))
}
