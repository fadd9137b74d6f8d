import { type Kysely, sql } from 'kysely'
import { statements } from '../database/migrate.ts'
import type { DB } from '../database/tables.ts'
import deeds from './fill.sql?raw'

/** How large: so many clients, and so many lines of the access log beforehand. */
export type Size = { clients: number; lines: number }

/**
 * Fills an empty, migrated database with invented people, as its owner: set-based, without triggers and row policies.
 * The exception is named in house 5; it is for a database that the bench made itself. Gives the seconds.
 */
export async function fill(owner: Kysely<DB>, size: Size, engine: 'postgres' | 'pglite'): Promise<number> {
  const started = performance.now()
  await mustBeEmpty(owner)
  await owner.transaction().execute(async (tx) => {
    for (const [name, value] of Object.entries(forFilling))
      await sql.raw(`set local ${name} = '${value}'`).execute(tx)
    for (const statement of statements(deeds)) await sql.raw(sized(statement, size)).execute(tx)
  })
  // As after a night of autovacuum. The embedded engine runs every statement in a transaction, where none may vacuum.
  await sql.raw(engine === 'postgres' ? 'vacuum (analyze)' : 'analyze').execute(owner)
  if (engine === 'postgres') await sql`checkpoint`.execute(owner)
  return (performance.now() - started) / 1000
}

const forFilling = {
  session_replication_role: 'replica',
  synchronous_commit: 'off',
  work_mem: '256MB',
}

async function mustBeEmpty(owner: Kysely<DB>): Promise<void> {
  const { rows } = await sql<{ kind: string; people: boolean }>`
    select access.kind() as kind, exists (select from clients.clients) as people`.execute(owner)
  if (rows[0]?.kind !== 'test' || rows[0].people)
    throw new Error('the bench fills only an empty database of its own')
}

function sized(statement: string, { clients, lines }: Size): string {
  return statement.replace(/(?<!:):clients\b/g, String(clients)).replace(/(?<!:):lines\b/g, String(lines))
}
