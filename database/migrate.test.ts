import { expect, test } from 'vitest'
import { openEmbedded } from '../app/platform/engine.ts'
import { migrate, migrations, missing, statements } from './migrate.ts'

test('an empty database lacks every migration; afterwards none, and nothing runs twice', async () => {
  const database = await openEmbedded()
  const { owner } = database
  if (!owner) throw new Error('the embedded database has an owner')
  expect(await missing(database.app)).toEqual(migrations.map((m) => m.name))
  expect(await migrate(owner, 'test')).toHaveLength(migrations.length)
  expect(await missing(database.app)).toEqual([])
  expect(await migrate(owner, 'test')).toEqual([])
  await database.close()
})

test('a migration that was edited after it ran is refused, with the cure', async () => {
  const database = await openEmbedded()
  const { owner } = database
  if (!owner) throw new Error('the embedded database has an owner')
  await migrate(owner, 'test')
  await owner
    .updateTable('public.migrations' as never)
    .set({ checksum: 'other' } as never)
    .execute()
  await expect(migrate(owner, 'test')).rejects.toThrow(/was edited after it ran. Restore the file/)
  await database.close()
})

test('a deed is split at its statements, not in quotes, comments or bodies', () => {
  const deed = `select ';'; -- a comment; here
    create policy "a; b" on t; do $$ begin perform 1; end $$;`
  expect(statements(deed)).toHaveLength(3)
})
