import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PGliteDialect,
  type PGliteDialectConfig,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import { type DatabaseRole, modes, overriding, overridingDriver, settings } from './dialect.ts'

/** The embedded database under one role. */
export function embeddedDialect(config: PGliteDialectConfig, role: DatabaseRole): Dialect {
  const dialect = new PGliteDialect(config)
  return overridingDriver(dialect, () => embeddedDriver(dialect.createDriver(), role))
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

async function run(connection: DatabaseConnection, sql: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(sql))
}
