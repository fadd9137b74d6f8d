import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { atTestMoment, testDay } from '../../../../tests/support/clock.ts'
import { asApp, asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { ask, openDossier, openTeam } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { addDays } from '../../../core/day.ts'
import type { Look } from '../rules/look.ts'
import { listLooks } from './looks.ts'

const database = await openTestDatabase()
const { workers, clients, teams } = await makeWorld(database)
afterAll(() => database.close())

const client = clients.inCare
const period = { from: addDays(testDay, -30), until: testDay }

// What was done with the client: reading twice, a list, an emergency by another, a refusal, somebody of another house.
const reader = await tokenOf(database, workers.practitioner)
await openDossier(database, reader, client.id)
await openDossier(database, reader, client.id, { action: 'U' })
await openTeam(database, reader, teams.north, ['referral'])
await openDossier(database, await tokenOf(database, workers.southern), client.id, {
  reason: 'belde in paniek op',
})
await openDossier(database, await tokenOf(database, workers.distant), client.id)
await openDossier(database, await tokenOf(database, workers.addiction), client.id)
await openTeam(database, await tokenOf(database, workers.secretary), teams.north, [])
// The list of another team, on which this client does not stand.
await openTeam(database, await tokenOf(database, workers.southern), teams.south, [])

async function looksOf(person: Person, purpose: string, who = client): Promise<Look[]> {
  const ticket = await openDossier(database, await tokenOf(database, person), who.id, { purpose })
  return asApp(database, ticket, (tx) => listLooks(tx, who.id, period), 'read only')
}
const by = (looks: Look[], person: Person) => looks.filter((look) => look.personId === person.id)

test('the client sees who looked, a row for each person and day', async () => {
  const looks = await looksOf(client.person, 'own')
  const [mine, ...more] = by(looks, workers.practitioner)
  expect(more).toEqual([])
  expect(mine).toMatchObject({ day: testDay, person: 'W. practitioner', organisation: 'ggz', wrote: true })
  expect(mine?.kinds.sort()).toEqual(['dossier', 'list'])
  expect(mine?.kindsAt).toHaveLength(2)
  expect(new Set(mine?.kindsAt.map((at) => at instanceof Date && at <= mine.lastAt))).toEqual(new Set([true]))
  expect(mine?.kindsAt).toContainEqual(mine?.lastAt)
  expect(mine?.sections).toContain('reports')
  expect(mine?.function).not.toBe('')
})

test('an emergency, a refusal and a list of the team are told apart', async () => {
  const looks = await looksOf(client.person, 'own')
  expect(by(looks, workers.southern)[0]?.kinds).toEqual(['emergency'])
  expect(by(looks, workers.distant)[0]).toMatchObject({ kinds: ['refused'], sections: [], wrote: false })
  expect(by(looks, workers.secretary)[0]?.kinds).toEqual(['list'])
})

test('a list counts only on the days that the client stood on it', async () => {
  const looks = await looksOf(clients.left.person, 'own', clients.left)
  const { rows } = await asRoot(database, (tx) =>
    sql`select from access.log where event = 'list' and team_id = ${teams.north}`.execute(tx),
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(looks.some(({ kinds }) => kinds.includes('list'))).toBe(false)
})

test('who treats the client does not read who looked, nor does a relative', async () => {
  expect(await looksOf(workers.practitioner, 'care')).toEqual([])
  expect(await looksOf(client.representative, 'own')).toEqual([])
})

test('a privacy officer judges the own organisation alone', async () => {
  const everybody = await looksOf(client.person, 'own')
  expect(by(everybody, workers.addiction)).toHaveLength(1)
  const own = await looksOf(workers.privacyOfficer, 'audit')
  expect(by(own, workers.practitioner)).toHaveLength(1)
  expect(by(own, workers.addiction)).toEqual([])
})

test('without a committed opening there is nothing, also with a ticket', async () => {
  const token = await tokenOf(database, client.person)
  const ticket = await ask(database, sql`access.enter_only(${token})`)
  const looks = await asApp(database, ticket, (tx) => listLooks(tx, client.id, period), 'read only')
  expect(looks).toEqual([])
})

test('what was looked at earlier is found in its own month', async () => {
  const token = await tokenOf(database, client.person)
  const ticket = await openDossier(database, token, client.id, { purpose: 'own' })
  const before = { from: addDays(testDay, -61), until: addDays(testDay, -31) }
  const looks = await atTestMoment(() =>
    asApp(database, ticket, (tx) => listLooks(tx, client.id, before), 'read only'),
  )
  expect(looks).toEqual([])
})
