import { createHash } from 'node:crypto'
import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { Kysely, sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { embeddedDialect } from '../../app/platform/embedded-dialect.ts'
import { openServer } from '../../app/platform/engine.ts'
import { migrate, migrations } from '../../database/migrate.ts'
import type { DB } from '../../database/tables.ts'
import { grantLogins, startTestCluster } from '../../tools/postgres.ts'

/** Where a test file finds the database that it clones: an image of the embedded engine, or a server's addresses. */
export type Origin =
  | { image: string }
  | { ownerUrl: string; appUrl: string; signinUrl: string; jobsUrl: string }

declare module 'vitest' {
  interface ProvidedContext {
    origin: Origin
  }
}

let stop: () => Promise<void> = async () => {}

export async function setup(project: TestProject): Promise<void> {
  project.provide('origin', process.env.ENGINE === 'postgres' ? await server() : { image: await image() })
}

export async function teardown(): Promise<void> {
  await stop()
}

// One image for one text of the migrations: whoever changes a deed gets a new one.
async function image(): Promise<string> {
  const version = createHash('sha256')
    .update(migrations.map((m) => m.checksum).join())
    .digest('hex')
  const path = `.cache/test-image-${version.slice(0, 16)}.tar`
  if (await exists(path)) return path
  const lite = await PGlite.create({ extensions: { btree_gist, pg_trgm, unaccent } })
  await migrate(new Kysely<DB>({ dialect: embeddedDialect({ pglite: lite }, 'owner') }), 'test')
  const dump = await lite.dumpDataDir('none')
  await lite.close()
  await mkdir('.cache', { recursive: true })
  await writeFile(`${path}.${process.pid}`, Buffer.from(await dump.arrayBuffer()))
  await rename(`${path}.${process.pid}`, path)
  return path
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

async function server(): Promise<Origin> {
  const cluster = await startTestCluster()
  stop = cluster.stop
  const { ownerUrl, appUrl, signinUrl, jobsUrl } = cluster
  const first = openServer({ app: ownerUrl, signin: ownerUrl, jobs: ownerUrl, owner: ownerUrl })
  if (!first.owner) throw new Error('no owner')
  await sql`create database template_of_tests`.execute(first.owner)
  await first.close()
  const templateUrl = new URL('/template_of_tests', ownerUrl).href
  const template = openServer({
    app: templateUrl,
    signin: templateUrl,
    jobs: templateUrl,
    owner: templateUrl,
  })
  if (!template.owner) throw new Error('no owner')
  await migrate(template.owner, 'test')
  await template.close()
  await grantLogins(ownerUrl)
  return { ownerUrl, appUrl, signinUrl, jobsUrl }
}
