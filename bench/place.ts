import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import pg from 'pg'
import { type Database, openEmbedded, openServer } from '../app/platform/engine.ts'
import { serverDialect } from '../app/platform/server-dialect.ts'
import { migrate, migrations } from '../database/migrate.ts'
import type { DB } from '../database/tables.ts'
import { grantLogins } from '../tools/postgres.ts'
import type { Cluster } from './cluster.ts'
import deeds from './fill.sql?raw'
import { fill, type Size } from './fill.ts'

/** A filled database; `root` is a handle that no policy stops, for the baseline. `seconds`: of filling, 0 when kept. */
export type Place = {
  database: Database
  root: Kysely<DB>
  ownerUrl: string | null
  size: Size
  seconds: number
  close(): Promise<void>
}

/** Opens a database of this size on a server: makes and fills it, unless an earlier run left the very same. */
export async function openOnServer(cluster: Cluster, size: Size): Promise<Place> {
  const name = `bench_${size.clients}_${size.lines}_${version()}`
  const isNew = await makeDatabase(cluster.ownerUrl, name)
  const urls = {
    app: new URL(name, cluster.appUrl).href,
    signin: new URL(name, cluster.signinUrl).href,
    // No job runs in a bench.
    jobs: new URL(name, cluster.appUrl).href,
    owner: new URL(name, cluster.ownerUrl).href,
  }
  const pool = new pg.Pool({ connectionString: urls.owner, max: 16 })
  // The server of a bench may stop before the last idle connection was let go.
  pool.on('error', () => undefined)
  const root = new Kysely<DB>({ dialect: serverDialect(pool, 'owner') })
  if (isNew) await migrate(root, 'test')
  if (isNew) await grantLogins(urls.owner)
  const seconds = isNew ? await filled(cluster.ownerUrl, name, () => fill(root, size, 'postgres')) : 0
  await makeLines(root)
  const database = openServer(urls, 16)
  const close = () => Promise.all([database.close(), root.destroy()]).then(() => undefined)
  return { database, root, ownerUrl: urls.owner, size, seconds, close }
}

/** Makes and fills an embedded database in a temporary folder. */
export async function openInside(size: Size): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'optimaal-leven-bench-'))
  const database = await openEmbedded(folder)
  if (!database.owner) throw new Error('no owner')
  await migrate(database.owner, 'test')
  const seconds = await fill(database.owner, size, 'pglite')
  await makeLines(database.owner)
  async function close() {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { database, root: database.owner, ownerUrl: null, size, seconds, close }
}

// Other deeds or another filling is another database.
function version(): string {
  const texts = [...migrations.map((m) => m.checksum), deeds]
  return createHash('sha256').update(texts.join()).digest('hex').slice(0, 8)
}

async function makeDatabase(ownerUrl: string, name: string): Promise<boolean> {
  const server = handle(ownerUrl)
  const { rows } = await sql`select from pg_database where datname = ${name}`.execute(server)
  if (rows.length === 0) await sql`create database ${sql.id(name)}`.execute(server)
  await server.destroy()
  return rows.length === 0
}

// A filling that broke off leaves no database that a next run would take for whole.
async function filled(ownerUrl: string, name: string, run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (error) {
    const server = handle(ownerUrl)
    await sql`drop database ${sql.id(name)} with (force)`.execute(server)
    await server.destroy()
    throw error
  }
}

function handle(url: string): Kysely<DB> {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  pool.on('error', () => undefined)
  return new Kysely<DB>({ dialect: serverDialect(pool, 'owner') })
}

// What a program without a gate would write by hand for every look: one line, found again by client and by person.
async function makeLines(root: Kysely<DB>): Promise<void> {
  await sql`create table if not exists public.bare_lines (id uuid primary key default gen_random_uuid(), at timestamptz not null default now(),
    person_id uuid not null, client_id uuid, what text not null)`.execute(root)
  await sql`create index if not exists bare_lines_client on public.bare_lines (client_id, at)`.execute(root)
}
