import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openApp, plain } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lines, openDossier } from '../../../../tests/support/gate.ts'
import { makeWorld, put, tokenOf, type World, word } from '../../../../tests/support/people.ts'
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

async function cardOf(name: string) {
  const row = await asRoot(database, (tx) =>
    tx
      .selectFrom('clients.relatives')
      .selectAll()
      .where('client_id', '=', world.clients.neighbour.id)
      .where('name', '=', name)
      .executeTakeFirst(),
  )
  return { path: `/clienten/${world.clients.neighbour.id}/naasten/${row?.id ?? ''}`, row }
}

const mies = { name: 'Mies', relation: 'zus', phone: '0592 555 123', mayKnow: 'Alles.' }

test('a card is changed from the version that was shown; a later one sees both', async () => {
  const [me, colleague] = [await as('practitioner'), await as('second')]
  const { path, row } = await cardOf('Mies')
  expect((await me.get(path)).text).toContain('value="zus"')
  const wrong = await me.post(path, { ...mies, relation: '', version: String(row?.version) })
  expect([wrong.status, wrong.wrong]).toEqual([422, ['relation']])
  expect((await me.post(path, { ...mies, version: String(row?.version) })).status).toBe(303)
  const late = await colleague.post(path, { ...mies, phone: '0592 999 999', version: String(row?.version) })
  expect(late.status).toBe(422)
  for (const phone of ['0592 555 123', '0592 999 999']) expect(late.text).toContain(phone)
  expect((await cardOf('Mies')).row).toMatchObject({ phone: '0592 555 123', version: 2 })
})

test('a relative who is ended sees nothing any more, whatever was allowed, and stays to be read', async () => {
  const { clients } = world
  const relative = clients.neighbour.relative
  await asRoot(database, (tx) =>
    put(tx, 'consent.grants', word(clients.neighbour, null, true, { person_id: relative.id })),
  )
  const open = async () => openDossier(database, await tokenOf(database, relative), clients.neighbour.id)
  expect(await open()).not.toBeNull()
  const me = await as('practitioner')
  const { path, row } = await cardOf('Mies')
  const backwards = { ...mies, from: '2-11-2026', until: '1-11-2026', version: String(row?.version) }
  expect((await me.post(path, backwards)).wrong).toEqual(['until'])
  const ended = await me.post(path, { ...mies, until: '23-11-2026', version: String(row?.version) })
  expect(ended.status).toBe(303)
  expect(await open()).toBeNull()
  expect(plain((await me.get(path.replace(/\/[^/]+$/, ''))).text)).toContain('Niet meer betrokken Mies')
})

test('the scope and the last day of a representative are changed', async () => {
  const me = await as('secretary')
  const id = (
    await asRoot(database, (tx) =>
      tx
        .selectFrom('clients.representatives')
        .select('id')
        .where('client_id', '=', world.clients.neighbour.id)
        .execute(),
    )
  )[0]?.id
  const path = `/clienten/${world.clients.neighbour.id}/naasten/${id}`
  expect((await me.get(path)).text).toContain('value="01-01-2021"')
  const form = {
    name: 'B. Voogd',
    kind: 'mentor',
    scope: 'both',
    from: '1-1-2021',
    until: '1-1-2027',
    version: '1',
  }
  expect((await me.post(path, form)).status).toBe(303)
  expect(plain((await me.get(path.replace(/\/[^/]+$/, ''))).text)).toContain(
    'B. Voogd mentor over zorg en geld',
  )
})

test('a card of another team, of another client, or of whom one may not see is not there', async () => {
  const { path, row } = await cardOf('Mies')
  const [theirs] = await asRoot(database, (tx) =>
    tx
      .selectFrom('clients.relatives')
      .select('id')
      .where('client_id', '=', world.clients.southern.id)
      .execute(),
  )
  expect([row?.name, theirs]).toEqual(['Mies', { id: expect.any(String) }])
  const sent = { ...mies, version: String(row?.version) }
  for (const [who, at] of [
    ['practitioner', `/clienten/${world.clients.southern.id}/naasten/${theirs?.id}`],
    ['practitioner', `/clienten/${world.clients.neighbour.id}/naasten/${theirs?.id}`],
    ['supporter', path],
    ['trainee', path],
  ] as const) {
    const browser = await as(who)
    expect([(await browser.get(at)).status, (await browser.post(at, sent)).status]).toEqual([404, 404])
  }
  expect((await cardOf('Mies')).row?.version).toBe(row?.version)
})
