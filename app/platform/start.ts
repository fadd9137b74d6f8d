import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { migrate, missing } from '../../database/migrate.ts'
import type { Config } from './config.ts'
import { type Database, openEmbedded, openServer } from './engine.ts'
import { randomKey } from './keys.ts'
import { lockFolder } from './lock.ts'
import type { House } from './web.ts'

/** A house that is open; `isNewDemo`: its story is still to be told into `folder`. */
export type OpenHouse = { house: House; folder: string; isNewDemo: boolean; close(): Promise<void> }

/** Opens the database that the environment names, refuses an old schema, and reads keys and assets. */
export async function openHouse(
  config: Config,
  how: { production: boolean; empty: boolean },
): Promise<OpenHouse> {
  const { database, release } = config.DATABASE_URL
    ? await onServer(config)
    : await embedded(config, how.empty)
  const kind = await kindOf(database)
  if (config.DEMO === '1' && kind !== 'demo') {
    throw new Error(
      'DEMO=1, but this database was not made as a demo. A demo is made in an empty folder: DATA_DIR=.demo npm start',
    )
  }
  const house: House = {
    config,
    database,
    demo: kind === 'demo',
    assets: await assets(),
    keys: { secret: config.SECRET_KEY ?? (await keyFile(config.DATA_DIR)) },
  }
  return {
    house,
    folder: config.DATA_DIR,
    isNewDemo: house.demo && !config.DATABASE_URL && !(await isThere(toldMark(config.DATA_DIR))),
    async close() {
      await database.close()
      await release()
    },
  }
}

async function onServer(config: Config): Promise<{ database: Database; release: () => Promise<void> }> {
  const app = config.DATABASE_URL ?? ''
  const database = openServer({
    app,
    signin: config.SIGNIN_DATABASE_URL ?? app,
    jobs: config.JOBS_DATABASE_URL ?? app,
  })
  const lacking = await missing(database.app)
  if (lacking.length > 0) {
    await database.close()
    throw new Error(
      `The database lacks ${lacking.length} migrations (${lacking[0]} ...). Run: OWNER_DATABASE_URL=postgres://... npm run ol -- migrate`,
    )
  }
  return { database, release: async () => {} }
}

async function embedded(
  config: Config,
  empty: boolean,
): Promise<{ database: Database; release: () => Promise<void> }> {
  await mkdir(config.DATA_DIR, { recursive: true })
  const release = await lockFolder(config.DATA_DIR)
  try {
    return { database: await openFolder(config.DATA_DIR, empty), release }
  } catch (error) {
    await release()
    throw error
  }
}

/** The embedded database in a folder: told as a demo or empty, as it was made. Throws for an empty one asked of a demo. */
export async function openFolder(folder: string, empty: boolean): Promise<Database> {
  await forgetHalfTold(folder)
  const database = await openEmbedded(join(folder, 'database'))
  await renew(database, folder, empty)
  const isDemo = (await kindOf(database)) === 'demo'
  if (empty && isDemo) {
    await database.close()
    throw new Error(
      `${folder} holds the example region, and --empty is for real people. Choose another folder: DATA_DIR=.leeg npm start -- --empty, or remove ${folder}`,
    )
  }
  if (isDemo && !(await isThere(toldMark(folder)))) await writeFile(tellingMark(folder), '')
  return database
}

// A demo that was told by another version is not carried over (decision 6); what is real is, or says what to restore.
async function renew(database: Database, folder: string, empty: boolean): Promise<void> {
  if (!database.owner) return
  try {
    await migrate(database.owner, empty ? 'real' : 'demo')
  } catch (error) {
    await database.close()
    if (!(await isThere(toldMark(folder)))) throw error
    throw new Error(
      `${folder} holds an example region of another version of this program. Remove that folder and start again, or choose another: DATA_DIR=.demo npm start`,
      { cause: error },
    )
  }
}

// A demo whose telling was broken off is thrown away and told again; nothing in it is anybody's. Its mark goes with it:
// what is made in its place may be real.
async function forgetHalfTold(folder: string): Promise<void> {
  if (!(await isThere(tellingMark(folder)))) return
  await rm(join(folder, 'database'), { recursive: true, force: true })
  await rm(tellingMark(folder), { force: true })
}

/** The whole story was told: from now on it is kept. */
export async function markTold(folder: string): Promise<void> {
  await writeFile(toldMark(folder), '')
  await rm(tellingMark(folder), { force: true })
}

function toldMark(folder: string): string {
  return join(folder, 'demo.told')
}

function tellingMark(folder: string): string {
  return join(folder, 'demo.telling')
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

const upToDate = new WeakSet<Database>()

/** Whether the database answers and has the schema of this program: what a load balancer asks. */
export async function isReady(database: Database): Promise<boolean> {
  try {
    await kindOf(database)
    // Migrations only go forward: what was there once stays.
    if (!upToDate.has(database) && (await missing(database.app)).length === 0) upToDate.add(database)
    return upToDate.has(database)
  } catch {
    return false
  }
}

async function kindOf(database: Database): Promise<string> {
  const { rows } = await database.app
    .transaction()
    .execute((tx) => sql<{ kind: string }>`select access.kind() as kind`.execute(tx))
  return rows[0]?.kind ?? 'real'
}

async function assets(): Promise<House['assets']> {
  type Entry = { file: string; css?: string[] }
  const manifest = JSON.parse(await readFile('dist/browser/manifest.json', 'utf8')) as Record<string, Entry>
  const style = manifest['app/ui/style.css']?.file ?? ''
  const script = manifest['app/browser/main.ts']?.file
  return { css: `/${style}`, ...(script ? { script: `/${script}` } : {}), folder: 'dist/browser' }
}

// For trying out: the key lies beside the data. Production gives it in the environment.
async function keyFile(folder: string): Promise<string> {
  const path = join(folder, 'secret.key')
  if (await isThere(path)) return readFile(path, 'utf8')
  const key = randomKey()
  await mkdir(folder, { recursive: true })
  // Never over a key that is there: without it no BSN and no second factor can be read again.
  await writeFile(path, key, { mode: 0o600, flag: 'wx' })
  return key
}
