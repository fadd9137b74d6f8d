import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import type { Tx } from '../../app/platform/database.ts'
import { asApp, asRoot, engine, openTestDatabase, stateOf } from '../support/database.ts'
import { lines, openDossier, seenIn } from '../support/gate.ts'
import { makeWorld, tokenOf } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const token = await tokenOf(database, workers.practitioner)
afterAll(() => database.close())

/** What an injected statement would meet: the state of its error, in a transaction that has one dossier open. */
async function inject(...statements: string[]): Promise<string> {
  const ticket = await openDossier(database, token, clients.inCare.id)
  return stateOf(
    asApp(database, ticket, async (tx) => {
      for (const statement of statements) await sql.raw(statement).execute(tx)
    }),
  )
}

/** Tables of whole schemas, that root does see. */
async function tablesOf(...schemas: string[]): Promise<string[]> {
  const { rows } = await asRoot(database, (tx) =>
    sql<{
      name: string
    }>`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any (${schemas})`.execute(
      tx,
    ),
  )
  return rows.map((row) => row.name)
}

test('of the gate, the accounts, consent and the history the application touches no table', async () => {
  const tables = await tablesOf('access', 'accounts', 'consent', 'history')
  expect(tables.length).toBeGreaterThan(15)
  for (const table of tables)
    for (const statement of [
      `select * from ${table}`,
      `insert into ${table} default values`,
      `delete from ${table}`,
      `truncate ${table}`,
      `lock table ${table} in access share mode`,
    ])
      expect(await inject(statement), statement).toBe('42501')
})

test('no column of those tables has a right of its own either', async () => {
  const { rows } = await asRoot(database, (tx) =>
    sql`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('access', 'accounts', 'consent', 'history') and c.relkind = 'r' and has_any_column_privilege('app', c.oid, 'select, insert, update, references')`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([])
})

test.for([
  `select access.sign('x')`,
  `select access.read_ticket('x')`,
  `select access.mine()`,
  `select access.session()`,
  `select access.session_of('x')`,
  `select access.opened_any()`,
  `select * from access.decide(null, '{}')`,
  `select access.sign_in('x', gen_random_uuid(), 'practitioner', null, '', '1 h', '1 h')`,
  `select access.sign_out('x')`,
  `select consent.stop(null, null, null, null, null)`,
  `select staff.set_up(null, null, null, null, null, null, null, null, null, null)`,
  `select care.current_episode(null)`,
  `select accounts.name_of(gen_random_uuid())`,
  `call access.protect('clients.clients', 'plan')`,
  `call access.publish('clients.clients')`,
])('no door inside the gate: %s', async (statement) => {
  expect(await inject(statement)).toBe('42501')
})

test.for([
  `alter table clients.clients disable row level security`,
  `alter table clients.clients no force row level security`,
  `drop policy "opened for reading" on clients.clients`,
  `create policy mine on clients.clients using (true)`,
  `alter table clients.relatives disable trigger stamp`,
  `drop table clients.relatives`,
  `create table public.mine (i int)`,
  `create table clients.mine (i int)`,
  `create function public.mine() returns int language sql as 'select 1'`,
  `create schema mine`,
  `create view public.mine as select * from clients.clients`,
  `grant select on clients.clients to public`,
  `alter role app superuser`,
  `alter role app bypassrls`,
  `create role mine superuser`,
  `grant keeper to app`,
  `set local session_replication_role = replica`,
  `copy clients.clients to program 'id'`,
  `copy (select 1) to '/tmp/x'`,
  `select pg_read_file('/etc/passwd')`,
  `select lo_import('/etc/passwd')`,
  `update access.installation set kind = 'demo'`,
  `select * from access.installation`,
  `select person_id from clients.clients`,
  `select bsn_key from clients.details`,
  `select name_key from clients.clients`,
])('no statement of the owner: %s', async (statement) => {
  expect(await inject(statement)).toBe('42501')
})

test('no temporary table, on which a definer function could stumble', async () => {
  expect(await inject(`create temporary table clients (id uuid)`)).toBe('42501')
})

test('switching row security off refuses the rows rather than showing them', async () => {
  expect(await inject(`set local row_security = off`, `select * from clients.relatives`)).toBe('42501')
})

test('a search_path of the attacker does not lead a definer function astray', async () => {
  expect(await asRoot(database, (tx) => seenIn(tx, clients.southern.id))).not.toEqual([])
  const ticket = await openDossier(database, token, clients.inCare.id)
  const seen = await asApp(database, ticket, async (tx) => {
    await sql`set local search_path = pg_temp, clients, access`.execute(tx)
    return seenIn(tx, clients.southern.id)
  })
  expect(seen).toEqual([])
})

test('the sign-in role touches no client, no organisation and no gate', async () => {
  const asSignin = (statement: string) =>
    stateOf(database.signin.transaction().execute((tx) => sql.raw(statement).execute(tx)))
  const tables = await tablesOf(
    'clients',
    'care',
    'consent',
    'referral',
    'contacts',
    'agenda',
    'documents',
    'instruments',
    'access',
    'history',
    'staff',
  )
  expect(tables.length).toBeGreaterThan(30)
  for (const table of tables)
    for (const statement of [
      `select * from ${table}`,
      `insert into ${table} default values`,
      `delete from ${table}`,
    ])
      expect(await asSignin(statement), statement).toBe('42501')
  for (const call of [
    `access.open_dossier('x', gen_random_uuid(), 'care')`,
    `access.use('x')`,
    `access.opened('list')`,
  ])
    expect(await asSignin(`select ${call}`), call).toBe('42501')
})

// PGlite's user is always a superuser: there these are no promises, and no real data belongs there.
const onServer = test.runIf(engine === 'postgres')

onServer.for(['gate', 'keeper', 'signin', 'postgres', 'signin_login'])(
  'on a server nobody becomes %s',
  async (role) => {
    expect(await inject(`set role ${role}`)).toBe('42501')
    expect(await inject(`reset role`, `set role ${role}`)).toBe('42501')
    expect(await inject(`set session authorization ${role}`)).toBe('42501')
    for (const setting of ['role', 'session_authorization'])
      expect(await inject(`select set_config('${setting}', '${role}', true)`)).toBe('42501')
  },
)

onServer('on a server the login itself has no right, inside or outside a transaction', async () => {
  expect(await inject(`reset role`, `select * from clients.clients`)).toBe('42501')
  expect(await inject(`select set_config('role', 'none', true)`, `select * from clients.clients`)).toBe(
    '42501',
  )
  expect(await inject(`commit`, `select * from clients.clients`)).toBe('42501')
  expect(await inject(`commit`, `select access.opened('list')`)).toBe('42501')
})

test('the role lasts for the transaction, also when it fails', async () => {
  await inject(`select 1 / 0`)
  const who = async (tx: Tx) =>
    (await sql<{ who: string }>`select current_user as who`.execute(tx)).rows[0]?.who
  expect(await asApp(database, null, who)).toBe('app')
  expect(await database.signin.transaction().execute(who)).toBe('signin')
})

test('an error that would tell of a hidden row does not happen; of an opened one, its line stays in the log', async () => {
  const guess = (id: string) =>
    `select 1 / (case when exists (select from clients.clients where id = '${id}') then 0 else 1 end)`
  expect(await asRoot(database, (tx) => seenIn(tx, clients.southern.id))).toContain('list')
  expect(await inject(guess(clients.southern.id))).toBe('')
  const before = (await lines(database)).length
  expect(await inject(guess(clients.inCare.id))).toBe('22012')
  expect(await lines(database)).toHaveLength(before + 1)
})

test('the clock of the tests is not told in a real database', async () => {
  const told = () =>
    asApp(
      database,
      null,
      async (tx) =>
        (
          await sql<{
            now: Date
            today: string
          }>`select access.now() as now, access.today() as today`.execute(tx)
        ).rows[0],
    )
  expect(await told()).toEqual({ now: new Date('2026-11-24T09:00:00Z'), today: '2026-11-24' })
  await asRoot(database, (tx) => sql`update access.installation set kind = 'real'`.execute(tx))
  const real = await told()
  await asRoot(database, (tx) => sql`update access.installation set kind = 'test'`.execute(tx))
  expect(Math.abs((real?.now.getTime() ?? 0) - Date.now())).toBeLessThan(60_000)
})

test('a told clock moves what counts as now, never the life of a session or the time of a line', async () => {
  await inject(`select 1`)
  const { rows } = await asRoot(database, (tx) =>
    sql<{
      real: boolean
    }>`select (abs(extract(epoch from at - clock_timestamp())) < 60) as real from access.log order by id desc limit 1`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([{ real: true }])
})
