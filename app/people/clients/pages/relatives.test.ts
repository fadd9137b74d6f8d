import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openApp, plain } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lines } from '../../../../tests/support/gate.ts'
import { makeWorld, tokenOf, type World } from '../../../../tests/support/people.ts'
import type { Database } from '../../../platform/engine.ts'

let database: Database
let world: World
let as: (who: keyof World['workers']) => Promise<Browser>

beforeAll(async () => {
  database = await openTestDatabase()
  world = await makeWorld(database)
  const app = openApp(database)
  as = async (who) => app.as(await tokenOf(database, world.workers[who]))
})
afterAll(() => database.close())

test('a relative is added with what may be shared, in the words of the client', async () => {
  const me = await as('practitioner')
  const path = `/clienten/${world.clients.inCare.id}/naasten`
  const answer = await me.post(`${path}/nieuw`, {
    what: 'relative',
    name: 'Ans',
    relation: 'buurvrouw',
    mayKnow: 'Dat ik even weg ben, meer niet.',
    callInCrisis: 'ja',
  })
  expect(answer.to).toBe(`${path}?gedaan=naaste`)
  const page = await me.get(path)
  expect(page.text).toContain('Dat ik even weg ben, meer niet.')
  expect(page.text).toContain('bellen in een crisis')
  expect(page.text).toContain('Nog niet besproken')
})

test('a representative is added with a scope and a first day', async () => {
  const me = await as('secretary')
  const path = `/clienten/${world.clients.inCare.id}/naasten`
  const wrong = await me.post(`${path}/nieuw`, { what: 'representative', name: 'V. Oogd' })
  expect([wrong.status, wrong.wrong]).toEqual([422, ['kind', 'scope', 'from']])
  expect(wrong.text).toContain('value="V. Oogd"')
  const form = { what: 'representative', name: 'V. Oogd', kind: 'curator', scope: 'both', from: '1-1-2026' }
  expect((await me.post(`${path}/nieuw`, form)).status).toBe(303)
  expect(plain((await me.get(path)).text)).toContain('V. Oogd curator over zorg en geld')
})

test('who may not see relatives sees none of them, though they are there', async () => {
  const { rows } = await asRoot(database, (tx) =>
    sql`select from clients.relatives where client_id = ${world.clients.inCare.id} and name = 'Mies'`.execute(
      tx,
    ),
  )
  expect(rows).toHaveLength(1)
  const path = `/clienten/${world.clients.inCare.id}/naasten`
  expect((await (await as('practitioner')).get(path)).text).toContain('Mies')
  expect((await (await as('supporter')).get(path)).text).not.toContain('Mies')
})

test('the list of the team holds its clients and no others, and looking is one line', async () => {
  const me = await as('practitioner')
  const page = await me.get('/clienten')
  expect([page.status, page.heading]).toEqual([200, 'Cliënten'])
  for (const name of ['Jan Janssen', 'Rika Smit', 'Anna Visser']) expect(page.text).toContain(name)
  for (const name of ['Klaas', 'Verre', 'Gert Bakker']) expect(page.text).not.toContain(name)
  const own = await lines(database, sql`event = 'list' and person_id = ${world.workers.practitioner.id}`)
  expect(own.at(-1)).toMatchObject({ team_id: world.teams.north, sections: ['list'], granted: true })
})

test('a letter and a phase narrow the list', async () => {
  const me = await as('practitioner')
  const text = (await me.get('/clienten?letter=J')).text
  expect([text.includes('Jan Janssen'), text.includes('Rika Smit')]).toEqual([true, false])
  const waiting = (await me.get('/clienten?fase=referral')).text
  expect([waiting.includes('Jan Janssen'), waiting.includes('Rika Smit')]).toEqual([false, true])
  expect((await me.get('/clienten?letter=X')).text).toContain('staat er niemand')
})

test('who came without an agreement, or without consent for welfare, has an empty list', async () => {
  for (const who of ['welfare', 'lapsed'] as const) {
    const page = await (await as(who)).get('/clienten')
    expect(page.text.includes('Jan Janssen'), who).toBe(false)
  }
})

test('the list of a team that is not mine is not there', async () => {
  const me = await as('practitioner')
  expect((await me.get(`/clienten?team=${world.teams.south}`)).status).toBe(404)
})
