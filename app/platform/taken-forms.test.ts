import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { asRoot, openTestDatabase } from '../../tests/support/database.ts'
import { newId } from '../core/id.ts'
import { clearTakenForms } from './taken-forms.ts'

const database = await openTestDatabase()
afterAll(() => database.close())

test('a form that was taken a month ago is forgotten; a later one is not', async () => {
  const [old, fresh] = [newId(), newId()]
  const kept = await asRoot(database, async (tx) => {
    await sql`insert into access.taken_forms values (${old}, now() - interval '31 days'),
      (${fresh}, now() - interval '29 days')`.execute(tx)
    return (await sql<{ id: string }>`select id from access.taken_forms order by at`.execute(tx)).rows
  })
  expect(kept).toEqual([{ id: old }, { id: fresh }])
  expect(await clearTakenForms(database)).toBe(1)
  const { rows } = await asRoot(database, (tx) => sql`select id from access.taken_forms`.execute(tx))
  expect(rows).toEqual([{ id: fresh }])
})
