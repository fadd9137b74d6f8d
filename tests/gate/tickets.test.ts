import { type Kysely, sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../app/core/id.ts'
import type { Tx } from '../../app/platform/database.ts'
import type { DB } from '../../database/tables.ts'
import { asApp, asRoot, engine, openTestDatabase, stateOf } from '../support/database.ts'
import { clientsIn, lines, openDossier, probes, seen, seenIn } from '../support/gate.ts'
import { makeWorld, tokenOf } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const token = await tokenOf(database, workers.practitioner)
afterAll(() => database.close())

async function openWithin(tx: Tx): Promise<string> {
  const { rows } = await sql<{
    ticket: string
  }>`select access.open_dossier(${token}, ${clients.inCare.id}, 'care') as ticket`.execute(tx)
  return rows[0]?.ticket ?? ''
}

async function use(tx: Tx, ticket: string | null) {
  await sql`select access.use(${ticket})`.execute(tx)
}

class Undo extends Error {}

/** A transaction of the application that is rolled back; hands on what it found. */
async function undone<T>(run: (tx: Tx) => Promise<T>): Promise<T | undefined> {
  let found: T | undefined
  await asApp(database, null, async (tx) => {
    found = await run(tx)
    throw new Undo()
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
  return found
}

test('opening and reading in one transaction shows nothing, and its rollback leaves neither line nor key', async () => {
  expect(await asRoot(database, (tx) => seenIn(tx, clients.inCare.id))).not.toEqual([])
  const before = await lines(database)
  const ticket = await undone(async (tx) => {
    const pass = await openWithin(tx)
    await use(tx, pass)
    expect(await seenIn(tx)).toEqual([])
    return pass
  })
  expect(await lines(database)).toHaveLength(before.length)
  expect(ticket).toMatch(/\./)
  expect(await seen(database, ticket ?? null)).toEqual([])
})

test('a savepoint, released or rolled back, counts as the same transaction', async () => {
  await undone(async (tx) => {
    await sql`savepoint one`.execute(tx)
    const released = await openWithin(tx)
    await sql`release savepoint one`.execute(tx)
    await use(tx, released)
    expect(await seenIn(tx)).toEqual([])
    await sql`savepoint two`.execute(tx)
    const rolledBack = await openWithin(tx)
    await sql`rollback to savepoint two`.execute(tx)
    await use(tx, rolledBack)
    expect(await seenIn(tx)).toEqual([])
  })
})

test('once committed, the same ticket does show rows, also in a transaction of its own savepoint', async () => {
  const ticket = await asApp(database, null, openWithin)
  await asApp(database, ticket, async (tx) => {
    await sql`savepoint one`.execute(tx)
    expect(await seenIn(tx)).toContain('reports')
  })
})

test('a forged, altered, foreign or empty ticket is refused: 28000', async () => {
  const ticket = (await openDossier(database, token, clients.inCare.id)) ?? ''
  const [request, session, second, signature] = ticket.split('.')
  const other =
    (await openDossier(database, await tokenOf(database, workers.southern), clients.southern.id)) ?? ''
  const forged = [
    `${request}.${session}.${Number(second) + 999}.${signature}`,
    `${newId()}.${session}.${second}.${signature}`,
    `${request}.${other.split('.')[1]}.${second}.${signature}`,
    `${request}.${session}.${second}.${other.split('.')[3]}`,
    `${ticket}.`,
    'x',
    'a.b.c.d',
    '',
    null,
  ]
  expect(await seen(database, ticket)).not.toEqual([])
  for (const bad of forged)
    expect(await stateOf(asApp(database, null, (tx) => use(tx, bad))), String(bad)).toBe('28000')
})

test('writing the setting by hand, past access.use, is of no help', async () => {
  const ticket = (await openDossier(database, token, clients.inCare.id)) ?? ''
  await asApp(database, null, async (tx) => {
    for (const bad of [ticket.replace(/.$/, (last) => (last === '0' ? '1' : '0')), 'a.b.c.d', '']) {
      await sql`select set_config('access.ticket', ${bad}, true)`.execute(tx)
      expect(await seenIn(tx)).toEqual([])
      expect((await sql<{ who: null }>`select access.actor() as who`.execute(tx)).rows[0]?.who).toBeNull()
    }
  })
})

test('a ticket lives for a minute', async () => {
  const ticket = (await openDossier(database, token, clients.inCare.id)) ?? ''
  const [request, session, second] = ticket.split('.')
  const aged = async (seconds: number) => {
    const body = `${request}.${session}.${Number(second) - seconds}`
    const { rows } = await asRoot(database, (tx) =>
      sql<{ pass: string }>`select access.sign(${body}) as pass`.execute(tx),
    )
    return rows[0]?.pass ?? ''
  }
  const young = await aged(30)
  expect(await seen(database, young)).toContain('reports')
  const old = await aged(65)
  expect(await stateOf(asApp(database, null, (tx) => use(tx, old)))).toBe('28000')
})

test('a ticket does not outlive its transaction, nor reach the next user of the connection', async () => {
  const ticket = await openDossier(database, token, clients.inCare.id)
  await database.app.connection().execute(async (connection) => {
    const rows = await connection.transaction().execute(async (tx) => {
      await use(tx, ticket)
      return clientsIn(tx, probes.reports)
    })
    expect(rows).toEqual([clients.inCare.id])
    for (let i = 0; i < 3; i++)
      expect(await connection.transaction().execute((tx) => clientsIn(tx, probes.reports))).toEqual([])
  })
})

test('a prepared statement with a generic plan asks again every time', async () => {
  const first = await openDossier(database, token, clients.inCare.id)
  const second = await openDossier(database, token, clients.neighbour.id)
  await database.app.connection().execute(async (connection) => {
    await connection
      .transaction()
      .execute((tx) =>
        sql`prepare who as select distinct client_id from contacts.contacts where minutes > $1`.execute(tx),
      )
    for (let i = 0; i < 8; i++) {
      expect(await prepared(connection, first)).toEqual([clients.inCare.id])
      expect(await prepared(connection, second)).toEqual([clients.neighbour.id])
      expect(await prepared(connection, null)).toEqual([])
    }
    await sql`deallocate who`.execute(connection)
  })
})

function prepared(connection: Kysely<DB>, ticket: string | null): Promise<string[]> {
  return connection.transaction().execute(async (tx) => {
    await sql`set local plan_cache_mode = force_generic_plan`.execute(tx)
    if (ticket) await use(tx, ticket)
    const { rows } = await sql<{ client_id: string }>`execute who(1)`.execute(tx)
    return rows.map((row) => row.client_id)
  })
}

test('parallel workers see what the leader may see', async () => {
  const ticket = await openDossier(database, token, clients.inCare.id)
  const count = sql`select client_id from contacts.contacts`
  const { found, plan } = await asApp(database, ticket, async (tx) => {
    const version = (
      await sql<{ n: number }>`select current_setting('server_version_num')::int as n`.execute(tx)
    ).rows[0]
    const force = (version?.n ?? 0) < 160000 ? 'force_parallel_mode' : 'debug_parallel_query'
    for (const setting of [`${force} = on`, 'min_parallel_table_scan_size = 0', 'parallel_setup_cost = 0'])
      await sql.raw(`set local ${setting}`).execute(tx)
    const explained = await sql<{ 'QUERY PLAN': string }>`explain (costs off) ${count}`.execute(tx)
    return {
      found: (await count.execute(tx)).rows,
      plan: explained.rows.map((row) => row['QUERY PLAN']).join('\n'),
    }
  })
  expect(found).toEqual([{ client_id: clients.inCare.id }])
  if (engine === 'postgres') expect(plan).toContain('Gather')
})

test('a cursor, a CTE and a subquery do not get around it', async () => {
  const ticket = await openDossier(database, token, clients.inCare.id)
  await asApp(database, ticket, async (tx) => {
    await sql`declare pages cursor for select client_id from contacts.contacts`.execute(tx)
    expect((await sql`fetch all pages`.execute(tx)).rows).toEqual([{ client_id: clients.inCare.id }])
    const cte =
      await sql`with c as materialized (select client_id from contacts.contacts) select * from c`.execute(tx)
    expect(cte.rows).toEqual([{ client_id: clients.inCare.id }])
    const { rows } =
      await sql`select (select count(*)::int from contacts.contacts where client_id = ${clients.neighbour.id}) as n`.execute(
        tx,
      )
    expect(rows).toEqual([{ n: 0 }])
  })
})
