import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { DB } from '../../../../database/tables.ts'
import type { Database } from '../../../platform/engine.ts'

/**
 * The database as the sign-in library may use it: each of its statements is a short transaction of the role signin.
 * It asks outside transactions, where a login has no rights.
 */
export function authDatabase({ signin }: Database): Kysely<DB> {
  const connection = {
    executeQuery: <R>(query: CompiledQuery<R>) =>
      signin.transaction().execute((tx) => tx.executeQuery<R>(query)),
    streamQuery: unused,
  } as DatabaseConnection
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => ({
      init: async () => {},
      acquireConnection: async () => connection,
      releaseConnection: async () => {},
      beginTransaction: unused,
      commitTransaction: unused,
      rollbackTransaction: unused,
      destroy: async () => {},
    }),
  }
  return new Kysely<DB>({ dialect })
}

function unused(): never {
  throw new Error('the sign-in library makes no transactions of its own')
}
