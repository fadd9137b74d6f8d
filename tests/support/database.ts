import { readFile } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'
import { inject } from 'vitest'
import type { Tx } from '../../app/platform/database.ts'
import { type Database, openEmbedded, openServer } from '../../app/platform/engine.ts'
import type { DB } from '../../database/tables.ts'
import { atTestMoment } from './clock.ts'
import type { Origin } from './global-setup.ts'

/** The engine of this round. */
export const engine = process.env.ENGINE === 'postgres' ? 'postgres' : 'pglite'

/** A migrated database of kind "test" for one test file; its close() also removes it. */
export async function openTestDatabase(): Promise<Database> {
  const origin = inject('origin')
  return 'image' in origin
    ? openEmbedded(undefined, new Blob([await readFile(origin.image)]))
    : cloned(origin)
}

async function cloned(origin: Exclude<Origin, { image: string }>): Promise<Database> {
  const name = `test_${process.pid}_${Date.now().toString(36)}`
  await asOwnerOf(origin.ownerUrl, `create database ${name} template template_of_tests`)
  // Rights on a database are not copied from its template.
  await asOwnerOf(origin.ownerUrl, `revoke temporary on database ${name} from public`)
  const database = openServer({
    app: new URL(name, origin.appUrl).href,
    signin: new URL(name, origin.signinUrl).href,
    jobs: new URL(name, origin.jobsUrl).href,
    owner: new URL(name, origin.ownerUrl).href,
  })
  return {
    ...database,
    async close() {
      await database.close()
      await asOwnerOf(origin.ownerUrl, `drop database ${name}`)
    },
  }
}

async function asOwnerOf(ownerUrl: string, statement: string): Promise<void> {
  const server = openServer({ app: ownerUrl, signin: ownerUrl, jobs: ownerUrl, owner: ownerUrl })
  await sql.raw(statement).execute(root(server))
  await server.close()
}

/** The handle that no policy stops: a "does not see" first proves with it that there is something to see. */
export function root(database: Database): Kysely<DB> {
  if (!database.owner) throw new Error('this database has no owner handle')
  return database.owner
}

/** Runs as root at the moment of the tests. */
export function asRoot<T>(database: Database, run: (tx: Tx) => Promise<T>): Promise<T> {
  return atTestMoment(() => root(database).transaction().execute(run))
}

/** One transaction of the application's role, with a ticket when it has one; it may write unless told to read only. */
export function asApp<T>(
  database: Database,
  ticket: string | null,
  run: (tx: Tx) => Promise<T>,
  mode: 'read only' | 'read write' = 'read write',
): Promise<T> {
  return atTestMoment(() =>
    database.app
      .transaction()
      .setAccessMode(mode)
      .execute(async (tx) => {
        if (ticket !== null) await sql`select access.use(${ticket})`.execute(tx)
        return run(tx)
      }),
  )
}

/** The SQL state with which something fails; '' when it does not fail. */
export async function stateOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt
    return ''
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}
