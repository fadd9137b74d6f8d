import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import type { Tx } from '../../app/platform/database.ts'
import { type Database, openServer } from '../../app/platform/engine.ts'
import { asApp, engine, openTestDatabase, root } from '../support/database.ts'

const database = await openTestDatabase()
const onServer = test.runIf(engine === 'postgres')
afterAll(() => database.close())

// One connection, so that the next user of it is known to get what the one before left.
async function shared(): Promise<ReturnType<typeof openServer>> {
  const url = async (login: string) => {
    const { rows } = await sql<{ name: string; port: number }>`
      select current_database() as name, inet_server_port() as port`.execute(root(database))
    return `postgres://${login}@127.0.0.1:${rows[0]?.port}/${rows[0]?.name}`
  }
  return openServer(
    { app: await url('web'), signin: await url('signin_login'), jobs: await url('jobs_login') },
    1,
  )
}

async function afterThis(...left: string[]) {
  const server = await shared()
  const use = <T>(run: (tx: Tx) => Promise<T>) => server.app.transaction().execute(run)
  await use(async (tx) => {
    for (const words of left) await sql.raw(words).execute(tx)
  })
  return { use, close: () => server.close() }
}

onServer.each([
  ['client_encoding', 'LATIN1', 'UTF8'],
  ['default_transaction_read_only', 'on', 'off'],
  ['transaction_isolation', '', 'read committed'],
  ['statement_timeout', '700ms', '0'],
  ['access.ticket', 'x', ''],
])('the setting %s does not reach the next user of a connection', async (name, value, after) => {
  const left = value ? `set ${name} = '${value}'` : `set default_transaction_isolation = 'serializable'`
  const { use, close } = await afterThis(left)
  const { rows } = await use((tx) => sql<{ now: string }>`select current_setting(${name}) as now`.execute(tx))
  await close()
  expect(rows[0]?.now).toBe(after)
})

onServer('nor does a default that forbids writing', async () => {
  const { use, close } = await afterThis('set default_transaction_read_only = on')
  const { rows } = await use((tx) =>
    sql<{ mode: string }>`select current_setting('transaction_read_only') as mode`.execute(tx),
  )
  await close()
  expect(rows[0]?.mode).toBe('off')
})

onServer('nor does a lock or an ear', async () => {
  const { use, close } = await afterThis('select pg_advisory_lock(42)', 'listen spy')
  // An ear is gone with the end of the first transaction after it.
  await use((tx) => sql`select`.execute(tx))
  const { rows } = await use((tx) =>
    sql`select (select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()) as locks,
      (select count(*) from pg_listening_channels()) as ears`.execute(tx),
  )
  await close()
  expect(rows[0]).toEqual({ locks: 0, ears: 0 })
})

onServer('the names of kept statements cannot be read', async () => {
  const { use, close } = await afterThis('select 1')
  await use((tx) => sql`select ${1}::int`.execute(tx))
  await expect(use((tx) => sql`select name from pg_prepared_statements`.execute(tx))).rejects.toMatchObject({
    code: '42501',
  })
  await close()
})

onServer('a statement that was thrown away is planned again', async () => {
  const { use, close } = await afterThis('select 1')
  const ask = () => use((tx) => sql<{ n: number }>`select ${7}::int as n`.execute(tx))
  await ask()
  await use((tx) => sql`deallocate all`.execute(tx))
  await expect(ask()).rejects.toMatchObject({ code: '26000' })
  expect((await ask()).rows[0]?.n).toBe(7)
  await close()
})

const alone = (server: Database) => ({
  whoAsks: () => sql<{ role: string }>`select current_user as role, ${1}::int`.execute(server.app),
  fail: () => sql`select 1 / ${0}::int`.execute(server.app),
})

onServer(
  'what is asked outside a transaction is one by itself, under the role, with nothing that was left',
  async () => {
    const server = await shared()
    await server.app.transaction().execute((tx) => sql`set default_transaction_read_only = on`.execute(tx))
    const { whoAsks, fail } = alone(server)
    expect((await whoAsks()).rows[0]?.role).toBe('app')
    await expect(fail()).rejects.toMatchObject({ code: '22012' })
    expect((await whoAsks()).rows[0]?.role).toBe('app')
    const { rows } = await sql<{ mode: string }>`
    select current_setting('transaction_read_only') as mode, ${1}::int`.execute(server.app)
    await server.close()
    expect(rows[0]?.mode).toBe('off')
  },
)

onServer('it is committed when the answer is there, and many at once do not mix', async () => {
  const server = await shared()
  const marks = await Promise.all(
    Array.from({ length: 20 }, (_, n) => sql<{ n: number }>`select ${n}::int as n`.execute(server.app)),
  )
  expect(marks.map(({ rows }) => rows[0]?.n)).toEqual(Array.from({ length: 20 }, (_, n) => n))
  const { rows } = await sql<{ open: number }>`select count(*) as open from pg_stat_activity
    where usename = 'web' and datname = current_database() and state = 'idle in transaction'`.execute(
    root(database),
  )
  await server.close()
  expect(rows[0]?.open).toBe(0)
})

test('nobody of the application keeps a large object, which no line would tell of', async () => {
  const attempt = asApp(database, null, (tx) => sql`select lo_from_bytea(0, 'abc'::bytea)`.execute(tx))
  await expect(attempt).rejects.toMatchObject({ code: '42501' })
})
