import { type RawBuilder, sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../app/core/id.ts'
import { asApp, asRoot, openTestDatabase, stateOf } from '../support/database.ts'
import { ask, lines } from '../support/gate.ts'
import { hire, makeWorld, type Person, tokenOf } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, organisations, teams } = await makeWorld(database)
const officers = {
  ggz: workers.privacyOfficer,
  vnn: await asRoot(database, (tx) => hire(tx, 'privacy-officer', organisations.vnn, null)),
  welfare: await asRoot(database, (tx) => hire(tx, 'privacy-officer', organisations.welfare, null)),
}
afterAll(() => database.close())

async function asked<T>(person: Person, query: RawBuilder<T>): Promise<T[]> {
  const enter = person.role === 'privacy-officer' ? sql`access.open_log` : sql`access.enter_only`
  const ticket = await ask(database, sql`${enter}(${await tokenOf(database, person)})`)
  return asApp(database, ticket, async (tx) => (await query.execute(tx)).rows)
}

const seenBy = async (officer: Person) =>
  (
    await asked(
      officer,
      sql<{
        query: string
        action: string
      }>`select query, action from audit.lines('2020-01-01', '2030-01-01', 'rights', null, null, null, 200)`,
    )
  ).map(({ action, query }) => `${action} ${query}`)

const person = newId()
const membership = newId()

test.for([
  ['C worker Sam Vos', sql`select staff.add_worker(${person}, 'Sam', 'Vos', 'sam@example.org', '')`],
  [
    'C post Sam Vos, casemanager, vnn, Team north 2026-11-01/',
    sql`select staff.add_membership(${membership}, ${teams.north}, ${person}, ${organisations.vnn}, 'case-manager', '[2026-11-01,)')`,
  ],
  ['C account Sam Vos', sql`select accounts.open_account(${person}, 'a hash')`],
  ['D factor Sam Vos', sql`select accounts.reset_factor(${person})`],
  [
    'D post Sam Vos, casemanager, vnn, Team north 2026-11-01/2026-11-20',
    sql`select staff.end_membership(${membership}, '2026-11-20')`,
  ],
] as const)(
  '%s: a line for the house that it is for, and for the house of who did it',
  async ([words, deed]) => {
    await asked(workers.administrator, deed)
    expect(await seenBy(officers.ggz)).toContain(words)
    if (!words.includes('worker')) expect(await seenBy(officers.vnn)).toContain(words)
    expect(await seenBy(officers.welfare)).toEqual([])
  },
)

test('an administrator who renews the agreement of the own house does so in sight', async () => {
  const { rows } = await asRoot(database, (tx) =>
    sql<{ id: string }>`select id from staff.agreements where organisation_id = ${organisations.ggz}`.execute(
      tx,
    ),
  )
  await asked(workers.administrator, sql`select staff.end_agreement(${rows[0]?.id}, '2026-11-01')`)
  await asked(
    workers.administrator,
    sql`select staff.sign_agreement(${newId()}, ${organisations.ggz}, '[2026-11-02,)')`,
  )
  const [signed, ended] = await seenBy(officers.ggz)
  expect(signed).toBe('C agreement ggz 2026-11-02/')
  expect(ended).toMatch(/^D agreement ggz .*\/2026-11-01$/)
})

test('what is refused, or rolled back, gives no right and leaves no line of one', async () => {
  const before = (await lines(database, sql`event = 'rights'`)).length
  const attempt = asked(
    workers.administrator,
    sql`select staff.add_membership(${newId()}, ${teams.north}, ${workers.administrator.id}, ${organisations.ggz}, 'psychiatrist', '[2026-11-01,)')`,
  )
  expect(await stateOf(attempt)).toBe('42501')
  const account = sql<{ made: boolean }>`select accounts.open_account(${person}, 'another hash') as made`
  expect(await stateOf(asked(workers.practitioner, account))).toBe('42501')
  expect(await asked(workers.administrator, account)).toEqual([{ made: false }])
  expect(await lines(database, sql`event = 'rights'`)).toHaveLength(before)
})
