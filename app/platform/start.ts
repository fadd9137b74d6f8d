import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { migrate, missing } from '../../database/migrate.ts'
import type { Config } from './config.ts'
import { type Database, openEmbedded, openServer } from './engine.ts'
import { randomKey } from './keys.ts'
import { lockFolder } from './lock.ts'
import type { House } from './web.ts'

export type OpenHouse = { house: House; close(): Promise<void> }

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
    async close() {
      await database.close()
      await release()
    },
  }
}

async function onServer(config: Config): Promise<{ database: Database; release: () => Promise<void> }> {
  const app = config.DATABASE_URL ?? ''
  const database = openServer({ app, signin: config.SIGNIN_DATABASE_URL ?? app })
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
  const database = await openEmbedded(join(config.DATA_DIR, 'database'))
  if (database.owner) await migrate(database.owner, empty ? 'real' : 'demo')
  return { database, release }
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
  return { css: `/${style}`, ...(script ? { script: `/${script}` } : {}) }
}

// For trying out: the key lies beside the data. Production gives it in the environment.
async function keyFile(folder: string): Promise<string> {
  const path = join(folder, 'secret.key')
  try {
    return await readFile(path, 'utf8')
  } catch {
    const key = randomKey()
    await mkdir(folder, { recursive: true })
    await writeFile(path, key, { mode: 0o600 })
    return key
  }
}
