import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { asRoot, openTestDatabase } from '../support/database.ts'

// A right that no code uses is a way in for nobody but an injection.

const database = await openTestDatabase()
afterAll(() => database.close())

const code = readdirSync('app', { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile() && file.name.endsWith('.ts') && !file.name.endsWith('.test.ts'))
  .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
  .join('\n')

function isChanged(table: string): boolean {
  const ways = [
    `\\.updateTable\\('${table}'\\)`,
    `\\bupdate ${table}\\b`,
    `\\.insertInto\\('${table}'\\)[^;]{0,400}doUpdateSet`,
  ]
  return ways.some((way) => new RegExp(way).test(code))
}

test('the application may change only the tables that it changes', async () => {
  const { rows } = await asRoot(database, (tx) =>
    sql<{ name: string }>`select format('%s.%s', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspowner = 'keeper'::regrole and c.relkind in ('r', 'p') and has_any_column_privilege('app', c.oid, 'update')`.execute(
      tx,
    ),
  )
  const tables = rows.map(({ name }) => name)
  expect(tables).toContain('contacts.contacts')
  expect(tables.filter((name) => !isChanged(name))).toEqual([])
})
