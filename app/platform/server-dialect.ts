import { randomUUID } from 'node:crypto'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresDialect,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { Pool, PoolClient, QueryConfig } from 'pg'
import { type DatabaseRole, modes, overriding, overridingDriver, settings } from './dialect.ts'

/** PostgreSQL through a pool; begin, access mode and role travel in one message. */
export function serverDialect(pool: Pool, role: DatabaseRole): Dialect {
  pool.on('connect', planOnce)
  const dialect = new PostgresDialect({ pool })
  return overridingDriver(dialect, () => serverDriver(dialect.createDriver(), role))
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

// Outside a transaction the login role counts, which has no rights; so a query outside one gets one of its own, as on the
// embedded database. Begin travels with the first statement, and with such a query its commit too (pg's pipeline): the gate
// is asked so at each request. But for the owner, who makes databases outside any transaction.
function serverDriver(base: Driver, role: DatabaseRole): Driver {
  const words = (how: TransactionSettings) => [begin(how), ...settings(role)].join('; ')
  return role === 'owner' ? ownersDriver(base, words) : hurriedDriver(base, words)
}

// Kysely does not roll back when begin fails, and the first words may have opened the block.
function ownersDriver(base: Driver, words: (how: TransactionSettings) => string): Driver {
  return overriding(base, {
    async beginTransaction(connection: DatabaseConnection, how: TransactionSettings) {
      try {
        await connection.executeQuery(CompiledQuery.raw(words(how)))
      } catch (error) {
        await base.rollbackTransaction(connection).catch(() => undefined)
        throw error
      }
    },
  })
}

function hurriedDriver(base: Driver, words: (how: TransactionSettings) => string): Driver {
  // What a transaction begins with, until its first statement takes that along; then ''.
  const inside = new WeakMap<DatabaseConnection, string>()
  const known = new WeakSet<DatabaseConnection>()

  function hurry(connection: DatabaseConnection): void {
    const send = connection.executeQuery.bind(connection)
    connection.executeQuery = <R>(query: CompiledQuery) => {
      const first = inside.get(connection)
      if (first === '') return send<R>(query)
      if (first === undefined) return together<R>(send, words({}), query, 'commit')
      inside.set(connection, '')
      return together<R>(send, first, query)
    }
  }

  async function end(connection: DatabaseConnection, how: () => Promise<void>): Promise<void> {
    if (inside.get(connection) === '') await how()
    inside.delete(connection)
  }

  return overriding(base, {
    async acquireConnection() {
      const connection = await base.acquireConnection()
      if (!known.has(connection)) hurry(connection)
      known.add(connection)
      return connection
    },
    async beginTransaction(connection: DatabaseConnection, how: TransactionSettings) {
      inside.set(connection, words(how))
    },
    commitTransaction: (connection) => end(connection, () => base.commitTransaction(connection)),
    rollbackTransaction: (connection) => end(connection, () => base.rollbackTransaction(connection)),
  })
}

// After a message that fails the server does nothing until the transaction ends; the first failure is the one to tell of.
async function together<R>(
  send: DatabaseConnection['executeQuery'],
  first: string,
  query: CompiledQuery,
  last?: string,
): Promise<QueryResult<R>> {
  const begun = send(CompiledQuery.raw(first))
  const answer = send<R>(query)
  const ended = last && send(CompiledQuery.raw(last))
  await Promise.allSettled([begun, answer, ended])
  await begun
  const result = await answer
  await ended
  return result
}

// A statement with a name is planned once a connection: planning a page's statements with their row policies costs as much
// as running them. A few hundred names, because some statements are made with as many places as there are values.
function planOnce(client: PoolClient): void {
  const send = client.query.bind(client) as (
    query: string | QueryConfig,
    values?: unknown[],
  ) => Promise<unknown>
  function query(text: string | QueryConfig, values?: unknown[]): Promise<unknown> {
    leaveTogether(client)
    if (typeof text !== 'string' || !values?.length) return send(text, values)
    return send({ text, values, ...nameOf(text) }).catch((error: unknown) => forget(client, error))
  }
  client.query = query as typeof client.query
}

// What is asked in one breath goes out in one packet.
function leaveTogether({ connection: { stream } }: PoolClient): void {
  stream.cork()
  process.nextTick(() => stream.uncork())
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
