import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { at } from '../app/platform/clock.ts'
import { openTestDatabase, root } from '../tests/support/database.ts'
import { tellRegion } from './region.ts'

const secret = 'a secret for tests of more than thirty characters'
const tuesday = new Date('2026-11-24T09:00:00Z')
const saturday = new Date('2026-11-28T20:00:00Z')
const nextMonday = new Date('2026-11-30T08:00:00Z')

// A BSN is sealed with chance of its own; periods of care and default words of consent are numbered by the database.
const own = ['bsn_cipher', 'episode_id']
const numbered = ['care.periods', 'consent.grants']

/** What the story left in every table with clients, as one text a table. */
async function story(when: Date): Promise<Record<string, string>> {
  const database = await openTestDatabase()
  await at(when, () => tellRegion(database, secret, { fraction: 1 / 60 }))
  const tables = await sql<{ name: string }>`select distinct c.table_schema || '.' || c.table_name as name
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.column_name = 'client_id' and c.table_schema not in ('access', 'history')
    order by 1`.execute(root(database))
  const rows: Record<string, string> = {}
  for (const { name } of tables.rows) {
    const left = numbered.includes(name) ? ['id', ...own] : own
    const { rows: found } = await sql<{
      all: string
    }>`select coalesce(string_agg(line, E'\n' order by line), '') as all
      from (select (to_jsonb(x) - ${left}::text[])::text as line from ${sql.table(name)} x) y`.execute(
      root(database),
    )
    rows[name] = found[0]?.all ?? ''
  }
  await database.close()
  return rows
}

test('the story is the same every time in one week, and a week later the same a week later', async () => {
  const first = await story(tuesday)
  expect(first['referral.referrals']).toContain('2026-11-')
  expect(await different(saturday, first)).toEqual([])
  const later = await story(nextMonday)
  expect(later['referral.referrals']).not.toEqual(first['referral.referrals'])
  expect(lines(later)).toEqual(lines(first))
}, 240_000)

async function different(when: Date, first: Record<string, string>): Promise<string[]> {
  const again = await story(when)
  return Object.keys(first).filter((table) => first[table] !== again[table])
}

function lines(rows: Record<string, string>): Record<string, number> {
  return Object.fromEntries(Object.entries(rows).map(([name, text]) => [name, text.split('\n').length]))
}
