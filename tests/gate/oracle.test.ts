import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import type { Tx } from '../../app/platform/database.ts'
import { asApp, asRoot, openTestDatabase, root } from '../support/database.ts'
import { openDossier } from '../support/gate.ts'
import { makeWorld, tokenOf } from '../support/people.ts'

// Whoever smuggles SQL into a page cannot read a hidden row, but may ask the planner or a counter what was done for it. Who
// knows an id already can learn that it is there (docs/security.md); nobody learns an id, a word or a day.
const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
afterAll(() => database.close())
const token = await tokenOf(database, workers.trainee)
const hidden = clients.southern.id

type Question = { from: string; yes: string; no: string }
const questions: Question[] = [
  {
    from: 'clients.clients',
    yes: `id <= '${hidden}' and birth_date = '1931-05-06'`,
    no: `id <= '${hidden}' and birth_date = '1931-05-07'`,
  },
  {
    from: 'contacts.confidences',
    yes: `client_id = '${hidden}' and told_by = 'zus'`,
    no: `client_id = '${hidden}' and told_by = 'broer'`,
  },
  {
    from: 'contacts.confidences',
    yes: `client_id = '${hidden}' and body >= 'Z'`,
    no: `client_id = '${hidden}' and body >= 'a'`,
  },
  { from: 'clients.clients', yes: `birth_date = '1931-05-06'`, no: `birth_date = '1931-05-07'` },
]
await asRoot(database, async (tx) => {
  await sql`update contacts.confidences set body = 'Zus belt', told_by = 'zus' where client_id = ${hidden}`.execute(
    tx,
  )
  await sql`update clients.clients set birth_date = '1931-05-06' where id = ${hidden}`.execute(tx)
})

const planners = [
  [],
  ['enable_seqscan', 'enable_bitmapscan'],
  ['enable_seqscan', 'enable_indexscan'],
  ['enable_indexscan', 'enable_bitmapscan', 'enable_indexonlyscan'],
]

async function asTrainee<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  return asApp(database, await openDossier(database, token, clients.inCare.id), run, 'read only')
}

// What was asked stands in the plan too: only the rest counts.
async function planOf(tx: Tx, from: string, condition: string): Promise<string> {
  const { rows } = await sql
    .raw<{ 'QUERY PLAN': string }>(
      `explain (analyze, buffers off, timing off, summary off) select from ${from} where ${condition}`,
    )
    .execute(tx)
  return rows.map((row) => row['QUERY PLAN'].replaceAll(/'[^']*'/g, `'…'`)).join('\n')
}

test.each(questions)('$from: no plan tells a hit from a miss: $yes', async ({ from, yes, no }) => {
  for (const [condition, rows] of [
    [yes, 1],
    [no, 0],
  ] as const) {
    const found = await sql.raw(`select from ${from} where ${condition}`).execute(root(database))
    expect(found.rows).toHaveLength(rows)
  }
  for (const off of planners) {
    const [hit, miss] = await asTrainee(async (tx) => {
      for (const setting of off) await sql.raw(`set local ${setting} = off`).execute(tx)
      return [await planOf(tx, from, yes), await planOf(tx, from, no)]
    })
    expect(hit).toBe(miss)
  }
})

// Of the log and of the table asked: how often its indexes were walked, and what they gave.
async function counters(tx: Tx, from: string): Promise<number[]> {
  const { rows } = await sql<{ scans: number; rows: number }>`
    select pg_stat_get_xact_numscans(indexrelid) as scans, pg_stat_get_xact_tuples_returned(indexrelid) as rows
    from pg_index where indrelid in (${from}::regclass, 'access.log'::regclass) order by indexrelid`.execute(
    tx,
  )
  return rows.flatMap((row) => [row.scans, row.rows])
}

test.each(questions)('$from: nor does a counter: $yes', async ({ from, yes, no }) => {
  const counted = (condition: string) =>
    asTrainee(async (tx) => {
      const before = await counters(tx, from)
      await sql.raw(`select from ${from} where ${condition}`).execute(tx)
      return (await counters(tx, from)).map((count, i) => count - (before[i] ?? 0))
    })
  expect(await counted(yes)).toEqual(await counted(no))
})
