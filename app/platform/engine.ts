import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { type Dialect, Kysely, type LogEvent } from 'kysely'
import pg from 'pg'
import type { DB } from '../../database/tables.ts'
import type { DatabaseRole } from './dialect.ts'
import { embeddedDialect } from './embedded-dialect.ts'
import { log } from './log.ts'
import { countStatement } from './meter.ts'
import { serverDialect } from './server-dialect.ts'

/** A running database with one handle for each database role; owner is there for migrate, restore and tests only. */
export type Database = {
  engine: 'postgres' | 'pglite'
  app: Kysely<DB>
  signin: Kysely<DB>
  jobs: Kysely<DB>
  owner: Kysely<DB> | null
  close(): Promise<void>
}

// Set once for both engines and compared by a test: days as text, counts as numbers.
const days = 1082
const bigints = 20
pg.types.setTypeParser(days, (value) => value)
pg.types.setTypeParser(bigints, Number)

/** Opens (or makes) the embedded database in a folder; in memory when the folder is undefined. */
export async function openEmbedded(folder?: string, image?: Blob): Promise<Database> {
  const lite = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(image ? { loadDataDir: image } : {}),
    extensions: { btree_gist, pg_trgm, unaccent },
    parsers: { [days]: (value: string) => value, [bigints]: Number },
  })
  return {
    engine: 'pglite',
    app: handle(embeddedDialect({ pglite: lite }, 'app')),
    signin: handle(embeddedDialect({ pglite: lite }, 'signin')),
    jobs: handle(embeddedDialect({ pglite: lite }, 'jobs')),
    owner: handle(embeddedDialect({ pglite: lite }, 'owner')),
    close: () => lite.close(),
  }
}

/** Connects to a server: one pool for each login. No login may own the tables (docs/operations.md). */
export function openServer(
  urls: { app: string; signin: string; jobs: string; owner?: string },
  poolSize = 16,
): Database {
  const pools = new Map<DatabaseRole, pg.Pool>()
  function connect(role: DatabaseRole, url: string, max: number): Kysely<DB> {
    const pool = new pg.Pool({ connectionString: url, max, pipeline: true })
    // A connection that drops while idle is the pool's to replace; without a listener it would end the process.
    pool.on('error', (error) => log.said(`a connection of ${role} dropped: ${error.message}`))
    pools.set(role, pool)
    return handle(serverDialect(pool, role))
  }
  return {
    engine: 'postgres',
    app: connect('app', urls.app, poolSize),
    signin: connect('signin', urls.signin, 2),
    jobs: connect('jobs', urls.jobs, 2),
    owner: urls.owner ? connect('owner', urls.owner, 2) : null,
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.end()))
    },
  }
}

function handle(dialect: Dialect): Kysely<DB> {
  return new Kysely<DB>({ dialect, log: (event: LogEvent) => countStatement(event) })
}
