import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, expect, test } from 'vitest'
import { asRoot, engine, openTestDatabase } from '../../tests/support/database.ts'
import { type Database, openEmbedded } from './engine.ts'
import { isReady, openFolder } from './start.ts'

const database = await openTestDatabase()
afterAll(() => database.close())

let folder = ''
const open: Database[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  if (folder) await rm(folder, { recursive: true })
  folder = ''
})

async function start(empty: boolean): Promise<string> {
  folder ||= await mkdtemp(join(tmpdir(), 'optimaal-leven-start-'))
  const house = await openFolder(folder, empty)
  open.push(house)
  const { rows } = await house.app
    .transaction()
    .execute((tx) => sql<{ kind: string }>`select access.kind() as kind`.execute(tx))
  return rows[0]?.kind ?? ''
}

async function stop(): Promise<void> {
  await open.pop()?.close()
}

test('not ready while a migration of this program is lacking; ready from then on', async () => {
  const ledger = await asRoot(database, async (tx) => {
    const { rows } = await sql<{
      name: string
      checksum: string
    }>`delete from public.migrations where name like '0003%' returning name, checksum`.execute(tx)
    return rows[0]
  })
  expect(await isReady(database)).toBe(false)
  await asRoot(database, (tx) =>
    sql`insert into public.migrations (name, checksum) values (${ledger?.name}, ${ledger?.checksum})`.execute(
      tx,
    ),
  )
  expect(await isReady(database)).toBe(true)
})

test('not ready when the database does not answer', async () => {
  const gone = await openEmbedded()
  await gone.close()
  expect(await isReady(gone)).toBe(false)
})

// Folders belong to the embedded engine; making a database in one takes seconds.
const inFolder = test.runIf(engine === 'pglite')
const patience = 120_000

inFolder(
  'an example region of another version is refused, with the cure; a real house says what to restore',
  async () => {
    expect(await start(false)).toBe('demo')
    await sql`update public.migrations set checksum = 'of another version' where name like '0003%'`.execute(
      open[0]?.owner as NonNullable<Database['owner']>,
    )
    await stop()
    await rm(join(folder, 'demo.telling'))
    await expect(start(false)).rejects.toThrow('was edited after it ran')
    await writeFile(join(folder, 'demo.told'), '')
    await expect(start(false)).rejects.toThrow(/another version.*Remove that folder.*DATA_DIR=/)
  },
  patience,
)

inFolder(
  '--empty on a folder with the example region is refused, with the cure; the region stays',
  async () => {
    expect(await start(false)).toBe('demo')
    await writeFile(join(folder, 'demo.told'), '')
    await rm(join(folder, 'demo.telling'))
    await stop()
    await expect(start(true)).rejects.toThrow(/DATA_DIR=.* npm start -- --empty/)
    expect(await start(false)).toBe('demo')
  },
  patience,
)

inFolder(
  'a folder that was made empty stays so, also where a telling was broken off before',
  async () => {
    expect(await start(false)).toBe('demo')
    await stop()
    expect(await start(true)).toBe('real')
    await stop()
    expect(await start(false)).toBe('real')
  },
  patience,
)
