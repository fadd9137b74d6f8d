import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import { type ClientId, newId } from '../../../core/id.ts'
import { mustChange, type Tx } from '../../../platform/database.ts'

export type Relative = {
  id: string
  name: string
  relation: string
  phone: string
  email: string
  mayKnow: string
  callInCrisis: boolean
  /** from this day until and with that one; null: not said */
  from: Day | null
  until: Day | null
  version: number
}

type Told = Omit<Relative, 'id' | 'version'>
/** A relative of whom nobody said since when. */
export type NewRelative = Omit<Told, 'from' | 'until'> & Partial<Pick<Told, 'from' | 'until'>>

/** Adds somebody who stands beside the client. */
export async function addRelative(tx: Tx, client: ClientId, relative: NewRelative): Promise<string> {
  const id = newId()
  await tx
    .insertInto('clients.relatives')
    .values({
      id,
      client_id: client,
      ...columns(relative),
    })
    .execute()
  return id
}

/** Changes a relative's card, or ends it; Stale when this is not its version any more. */
export async function changeRelative(
  tx: Tx,
  client: ClientId,
  { id, version }: { id: string; version: number },
  relative: NewRelative,
): Promise<void> {
  mustChange(
    await tx
      .updateTable('clients.relatives')
      .set(columns(relative))
      .where('id', '=', id)
      .where('client_id', '=', client)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

function columns({ from = null, until = null, ...relative }: NewRelative) {
  return {
    name: relative.name,
    relation: relative.relation,
    phone: relative.phone,
    email: relative.email,
    may_know: relative.mayKnow,
    call_in_crisis: relative.callInCrisis,
    during: sql<string>`daterange(${from}::date, ${until}::date, '[]')`,
  }
}

/** Who stand beside an opened client, and who did; none where "relatives" is not open. */
export async function listRelatives(tx: Tx, client: ClientId): Promise<Relative[]> {
  const rows = await tx
    .selectFrom('clients.relatives')
    .select([
      'id',
      'name',
      'relation',
      'phone',
      'email',
      'may_know',
      'call_in_crisis',
      'version',
      sql<Day | null>`lower(during)`.as('from'),
      sql<Day | null>`upper(during) - 1`.as('until'),
    ])
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
    from: row.from,
    until: row.until,
    version: row.version,
  }))
}

/** Is what was told in confidence about an opened client open to whoever asks? For the link to its page. */
export async function mayHearConfidences(tx: Tx, client: ClientId): Promise<boolean> {
  const { rows } = await sql<{
    may: boolean
  }>`select ${client}::uuid = any (access.opened('in-confidence')) as may`.execute(tx)
  return rows[0]?.may === true
}
