import { randomUUID } from 'node:crypto'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PGliteDialect,
  type PGliteDialectConfig,
  PostgresDialect,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { Pool, PoolClient, QueryConfig } from 'pg'
import { toldMoment } from './clock.ts'

/** Database roles that a handle works under; owner is for migrate, restore and tests that prove themselves as root. */
export type DatabaseRole = 'app' | 'signin' | 'jobs' | 'owner'

// The first words of every transaction: who this connection is, and which moment counts as now.
function settings(role: DatabaseRole): string[] {
  const told = toldMoment()
  return [
    ...(role === 'owner' ? [] : [`set local role ${role}`]),
    ...(told ? [`set local access.told_at = '${told.toISOString()}'`] : []),
  ]
}

function modes({ isolationLevel, accessMode }: TransactionSettings): string[] {
  return [
    ...(isolationLevel ? [`isolation level ${isolationLevel}`] : []),
    ...(accessMode ? [accessMode] : []),
  ]
}

async function run(connection: DatabaseConnection, sql: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(sql))
}

// What an earlier user of the connection left would reach the next one: a held cursor its rows, a setting, a role or a lock
// its work. The modes are said in full, because the defaults were somebody else's choice when this message arrived; only what
// needs no snapshot may come before them.
const own = 'reset all; reset role; unlisten *'
const rest = 'close all; select pg_advisory_unlock_all()'

function begin({
  isolationLevel = 'read committed',
  accessMode = 'read write',
}: TransactionSettings): string {
  return `${own}; begin ${modes({ isolationLevel, accessMode }).join(', ')}; ${rest}`
}

// One message: without parameters pg takes several statements. Outside a transaction the login role counts, which has no
// rights. Kysely does not roll back when begin fails, and the first statement may have opened the block.
function serverDriver(base: Driver, role: DatabaseRole): Driver {
  const inside = new WeakSet<DatabaseConnection>()
  const known = new WeakSet<DatabaseConnection>()
  const first = (how: TransactionSettings) => [begin(how), ...settings(role)].join('; ')

  function alone(connection: DatabaseConnection): void {
    const send = connection.executeQuery.bind(connection)
    connection.executeQuery = <R>(query: CompiledQuery) =>
      inside.has(connection) ? send<R>(query) : inItsOwn<R>(send, first({}), query)
  }

  async function end(connection: DatabaseConnection, how: () => Promise<void>): Promise<void> {
    await how()
    inside.delete(connection)
  }

  return overriding(base, {
    async acquireConnection() {
      const connection = await base.acquireConnection()
      if (role !== 'owner' && !known.has(connection)) alone(connection)
      known.add(connection)
      return connection
    },
    async beginTransaction(connection: DatabaseConnection, how: TransactionSettings) {
      inside.add(connection)
      try {
        await run(connection, first(how))
      } catch (error) {
        await end(connection, () => base.rollbackTransaction(connection).catch(() => undefined))
        throw error
      }
    },
    commitTransaction: (connection) => end(connection, () => base.commitTransaction(connection)),
    rollbackTransaction: (connection) => end(connection, () => base.rollbackTransaction(connection)),
  })
}

// A query outside a transaction gets one of its own, as on the embedded database; but for the owner, who makes databases.
// Its three messages travel together (pg's pipeline), because the gate is asked so at each request; after one that fails the
// server does nothing until the commit, which then takes back. The first failure is the one to tell of.
async function inItsOwn<R>(send: DatabaseConnection['executeQuery'], first: string, query: CompiledQuery) {
  const sent = [send(CompiledQuery.raw(first)), send<R>(query), send(CompiledQuery.raw('commit'))] as const
  await Promise.allSettled(sent)
  const [, answer] = await Promise.all(sent)
  return answer
}

// The embedded database has one connection, whose user is a superuser: every query outside a transaction gets a short
// one of its own, so that the role is always set and never outlives it.
function embeddedDriver(base: Driver, role: DatabaseRole): Driver {
  let inside = false
  const lent = new WeakMap<DatabaseConnection, DatabaseConnection>()

  async function begin(inner: DatabaseConnection, how: TransactionSettings): Promise<void> {
    await base.beginTransaction(inner, how)
    try {
      await run(inner, 'close all')
      const words = modes(how).join(', ')
      if (words) await run(inner, `set transaction ${words}`)
      for (const setting of settings(role)) await run(inner, setting)
    } catch (error) {
      await base.rollbackTransaction(inner)
      throw error
    }
  }

  async function query<R>(inner: DatabaseConnection, compiled: CompiledQuery): Promise<QueryResult<R>> {
    if (inside) return inner.executeQuery<R>(compiled)
    await begin(inner, {})
    try {
      const result = await inner.executeQuery<R>(compiled)
      await base.commitTransaction(inner)
      return result
    } catch (error) {
      await base.rollbackTransaction(inner)
      throw error
    }
  }

  return overriding(base, {
    async acquireConnection() {
      const inner = await base.acquireConnection()
      const outer = {
        executeQuery: (compiled: CompiledQuery) => query(inner, compiled),
        streamQuery: noStream,
      } as DatabaseConnection
      lent.set(outer, inner)
      return outer
    },
    async beginTransaction(connection: DatabaseConnection, how: TransactionSettings) {
      await begin(lent.get(connection) ?? connection, how)
      inside = true
    },
    async commitTransaction(connection: DatabaseConnection) {
      inside = false
      await base.commitTransaction(lent.get(connection) ?? connection)
    },
    async rollbackTransaction(connection: DatabaseConnection) {
      inside = false
      await base.rollbackTransaction(lent.get(connection) ?? connection)
    },
    // The embedded database is shared: whoever opened it closes it.
    async destroy() {},
  })
}

function noStream(): never {
  throw new Error('the embedded database does not stream')
}

function overriding(base: Driver, own: Partial<Driver>): Driver {
  return new Proxy(base, {
    get(target, key) {
      const value = Reflect.get(own, key) ?? Reflect.get(target, key, target)
      return typeof value === 'function' && !Reflect.has(own, key) ? value.bind(target) : value
    },
  })
}

/** PostgreSQL through a pool; begin, access mode and role travel in one message. */
export function serverDialect(pool: Pool, role: DatabaseRole): Dialect {
  pool.on('connect', planOnce)
  const dialect = new PostgresDialect({ pool })
  return overridingDriver(dialect, () => serverDriver(dialect.createDriver(), role))
}

// A statement with a name is planned once a connection: planning a page's statements with their row policies costs as much
// as running them. A few hundred names, because some statements are made with as many places as there are values.
function planOnce(client: PoolClient): void {
  const send = client.query.bind(client) as (
    query: string | QueryConfig,
    values?: unknown[],
  ) => Promise<unknown>
  function query(text: string | QueryConfig, values?: unknown[]): Promise<unknown> {
    if (typeof text !== 'string' || !values?.length) return send(text, values)
    return send({ text, values, ...nameOf(text) }).catch((error: unknown) => forget(client, error))
  }
  client.query = query as typeof client.query
}

// Somebody deallocated what pg believes to be there: from here on it plans anew, or the connection would fail for ever.
function forget(client: PoolClient, error: unknown): never {
  const { connection } = client as unknown as { connection: { parsedStatements: Record<string, string> } }
  if (error instanceof Error && 'code' in error && error.code === '26000') connection.parsedStatements = {}
  throw error
}

// Nobody can guess a name, nor see one (0001_foundation.sql): else one could put a statement of one's own under the name of
// one that the next user of the connection runs.
const names = new Map<string, string>()

function nameOf(text: string): { name?: string } {
  if (!names.has(text) && names.size < 500) names.set(text, randomUUID())
  const name = names.get(text)
  return name ? { name } : {}
}

/** The embedded database under one role. */
export function embeddedDialect(config: PGliteDialectConfig, role: DatabaseRole): Dialect {
  const dialect = new PGliteDialect(config)
  return overridingDriver(dialect, () => embeddedDriver(dialect.createDriver(), role))
}

function overridingDriver(dialect: Dialect, createDriver: () => Driver): Dialect {
  return {
    createDriver,
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  }
}
