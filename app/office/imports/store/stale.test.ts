import { afterAll, expect, test } from 'vitest'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, put } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { at } from '../../../platform/clock.ts'
import { clearStaleImports } from './stale.ts'

const database = await openTestDatabase()
const { teams, workers } = await makeWorld(database)
afterAll(() => database.close())

function stage(isReadIn: boolean): Promise<string> {
  return asRoot(database, async (tx) => {
    const id = newId<string & { readonly __kind: 'import' }>()
    await put(tx, 'imports.batches', {
      id,
      kind: 'tracking',
      team_id: teams.north,
      maker: workers.secretary.id,
      file_name: 'lijst.csv',
      sha256: Buffer.alloc(32),
      headings: ['Naam'],
      line_count: 1,
    })
    await put(tx, 'imports.rows', { batch_id: id, line: 1, raw: Buffer.from('sealed') })
    const counts = { created: 1, same: 0, skipped: 0, blocked: 0, seen: 0 }
    if (isReadIn)
      await put(tx, 'imports.commits', { batch_id: id, committed_by: workers.secretary.id, ...counts })
    return id
  })
}

const left = (table: 'imports.batches' | 'imports.rows', column: 'id' | 'batch_id') =>
  asRoot(database, (tx) =>
    tx
      .selectFrom(table)
      .select(column as never)
      .execute(),
  )

test('what was staged and left for a fortnight goes, with its lines; what was read in stays', async () => {
  await stage(false)
  const readIn = await stage(true)
  const after = (day: string) => at(new Date(`${day}T12:00:00Z`), () => clearStaleImports(database))
  expect(await after('2026-12-07')).toBe(0)
  expect(await after('2026-12-09')).toBe(1)
  expect(await left('imports.batches', 'id')).toEqual([{ id: readIn }])
  expect(await left('imports.rows', 'batch_id')).toEqual([{ batch_id: readIn }])
})
