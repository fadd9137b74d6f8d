import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import type { Tx } from '../app/platform/database.ts'
import { asRoot, openTestDatabase } from '../tests/support/database.ts'
import guard from './guard.sql?raw'
import { statements } from './migrate.ts'

const database = await openTestDatabase()
afterAll(() => database.close())

/** Each query with its title, which is the last comment above it. */
const queries = statements(guard).map((text) => ({
  title: [...text.matchAll(/^-- (.*)$/gm)].at(-1)?.[1] ?? '',
  text,
}))

/** What each query must find: made as the owner of the tables unless it says otherwise, and rolled back. */
const offences: Record<string, string[]> = {
  'a table that the application may touch, without forced row security or without a policy': [
    'create table care.bare (id uuid)',
    'grant select (id) on care.bare to app',
  ],
  'a table with rows about clients, without forced row security': [
    'create table care.bare (client_id uuid)',
    'alter table care.bare enable row level security',
  ],
  "a table that hangs on a client's table, without a client_id of its own": [
    'create table care.bare (id uuid references care.outflows)',
  ],
  'a foreign key between tables of clients that may join two clients: keys look past row policies': [
    'create table care.bare (client_id uuid, outflow_id uuid references care.outflows)',
  ],
  'a table of client data that does not keep its earlier versions; keys, log and imports keep theirs in their own way':
    ['drop trigger stamp on care.outflows'],
  'a view that reads as its owner': ['create view care.bare as select * from care.outflows'],
  'a definer function with a search_path of its caller, or not owned by the gate': [
    "create function care.bare() returns int language sql security definer as 'select 1'",
    'reset role',
    'alter function care.bare() owner to gate',
  ],
  'a function that everybody may execute': ['grant execute on function access.sign to public'],
  'a right of the application on a whole table, where a list of columns should be': [
    'grant select on care.outflows to app',
  ],
  'a right of the application to delete or empty a table, or to put triggers on it': [
    'grant delete on care.outflows to app',
  ],
  'a right of the application on the writer, the version or the episode of a row': [
    'grant update (version) on care.outflows to app',
  ],
  'a policy that speaks to everybody': ['create policy bare on care.outflows for select using (true)'],
  "a table that is not the owner's": ['reset role', 'create table care.bare (id uuid)'],
  'a right of the sign-in role outside the accounts': ['grant select (id) on care.outflows to signin'],
  'a right of the jobs role on more than the letters that it took': [
    'grant select (id) on care.outflows to jobs',
  ],
  'a role of ours that may log in, is above the policies, or is a member of another': [
    'reset role',
    'grant gate to app',
  ],
  'a right to make objects where the application could put them in the way': [
    'grant create on schema care to app',
  ],
}

async function offenders(tx: Tx, text: string): Promise<string[]> {
  const { rows } = await sql.raw<{ offender: string }>(text).execute(tx)
  return rows.map((row) => row.offender)
}

class Undo extends Error {}

/** What a query finds once its offence was committed to a transaction that is undone. */
async function foundAfter(offence: string[], text: string): Promise<string[]> {
  let found: string[] = []
  await asRoot(database, async (tx) => {
    await sql`set local role keeper`.execute(tx)
    for (const statement of offence) await sql.raw(statement).execute(tx)
    await sql`reset role`.execute(tx)
    found = await offenders(tx, text)
    throw new Undo()
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
  return found
}

test('every query has an offence that it must find', () => {
  expect(queries.map((query) => query.title)).toEqual(Object.keys(offences))
})

test.for(queries)('the guard can find $title', async ({ title, text }) => {
  const before = await asRoot(database, (tx) => offenders(tx, text))
  const after = await foundAfter(offences[title] ?? [], text)
  expect(after.length).toBeGreaterThan(before.length)
})

test.for(queries)('there is not $title', async ({ text }) => {
  expect(await asRoot(database, (tx) => offenders(tx, text))).toEqual([])
})
