import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import { type ClientId, newId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'

/** When an opened client died; null for who lives. */
export async function findDeath(tx: Tx, client: ClientId): Promise<Day | null> {
  const row = await tx
    .selectFrom('clients.deaths')
    .select('died_on')
    .where('client_id', '=', client)
    .executeTakeFirst()
  return (row?.died_on as Day | undefined) ?? null
}

/** Writes down that a client died, and ends the care of every team on that day; twice does no harm. */
export async function addDeath(tx: Tx, client: ClientId, diedOn: Day): Promise<void> {
  await sql`select care.die(${newId()}, ${client}, ${diedOn})`.execute(tx)
}
