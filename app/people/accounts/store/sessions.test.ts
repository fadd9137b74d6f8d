import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { asApp, openTestDatabase, stateOf } from '../../../../tests/support/database.ts'
import { ask } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { findMe } from './sessions.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
afterAll(() => database.close())

async function regionOf(person: Person) {
  return (await findMe({ database, token: await tokenOf(database, person) }))?.region
}

test('the region is that of the team one works in, else of the organisation; a client needs none', async () => {
  expect(await regionOf(workers.distant)).toBe('IJssel-Vecht')
  expect(await regionOf(workers.practitioner)).toBe('Drenthe')
  expect(await regionOf(workers.privacyOfficer)).toBe('Drenthe')
  expect(await regionOf(clients.inCare.person)).toBe('')
})

test('where somebody else works is not for the application to ask', async () => {
  const ticket = await ask(database, sql`access.enter_only(${await tokenOf(database, workers.practitioner)})`)
  const attempt = (pass: string | null) =>
    stateOf(asApp(database, pass, (tx) => sql`select * from staff.posts(${workers.second.id})`.execute(tx)))
  expect([await attempt(ticket), await attempt(null)]).toEqual(['42501', '42501'])
})
