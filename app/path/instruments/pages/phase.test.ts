import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openApp, plain } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { type Client, lines, makeWorld, put, type World, word } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { signInAs } from '../../../people/accounts/door.ts'
import type { Database } from '../../../platform/engine.ts'

let database: Database
let world: World

beforeAll(async () => {
  database = await openTestDatabase()
  world = await makeWorld(database)
})
afterAll(() => database.close())

async function browserOf(who: keyof World['workers']): Promise<Browser> {
  const { id, role, organisation } = world.workers[who]
  return openApp(database).as(await signInAs(database, id, role, organisation))
}

const pathOf = (client: Client) => `/clienten/${client.id}/fase`
const said = { phase: '3', ownWords: 'Er is weer ruimte.', talkedOn: '24-11-2026' }

/** Talks of a client, as root, in order. */
function talksOf(client: Client): Promise<{ phase: number; own_words: string; written_by: string | null }[]> {
  return asRoot(database, async (tx) => {
    const { rows } = await sql<{ phase: number; own_words: string; written_by: string | null }>`
      select phase, own_words, written_by from instruments.phases where client_id = ${client.id} order by talked_on, id`.execute(
      tx,
    )
    return rows
  })
}

test('the four phases with the history so far, and each look is a line', async () => {
  const page = await (await browserOf('practitioner')).get(pathOf(world.clients.inCare))
  expect([page.status, page.heading]).toEqual([200, 'Fase van herstel'])
  for (const words of ['Overweldigd door', 'Worstelen met', 'Leven met', 'Leven voorbij', 'nu, 5 jaar'])
    expect(plain(page.text)).toContain(words)
  const line = (await lines(database, sql`client_id = ${world.clients.inCare.id}`)).at(-1)
  expect(line).toMatchObject({ event: 'dossier', granted: true, purpose: 'care' })
})

test('a talk is written down with the client’s own words, and stands on top of the history', async () => {
  const browser = await browserOf('practitioner')
  const posted = await browser.post(pathOf(world.clients.inCare), said)
  expect([posted.status, posted.to]).toEqual([303, `${pathOf(world.clients.inCare)}?gedaan=fase`])
  expect((await talksOf(world.clients.inCare)).at(-1)).toEqual({
    phase: 3,
    own_words: 'Er is weer ruimte.',
    written_by: world.workers.practitioner.id,
  })
  const page = plain((await browser.get(posted.to ?? '')).text)
  expect(page).toContain('Het gesprek over de fase is vastgelegd.')
  expect(page).toMatch(/Leven met nu, 0 dagen .*Er is weer ruimte.* Worstelen met 5 jaar/)
  expect(page).not.toMatch(/terug(gang|val)|achteruit/i)
})

test('no phase, a day ahead or a text too long is asked again, with what was typed', async () => {
  const browser = await browserOf('practitioner')
  const before = await talksOf(world.clients.neighbour)
  const page = await browser.post(pathOf(world.clients.neighbour), {
    phase: '5',
    talkedOn: '25-11-2026',
    ownWords: 'Zo voelt het <b>',
  })
  expect([page.status, page.wrong]).toEqual([422, ['phase', 'talkedOn']])
  expect(page.text).toContain('Zo voelt het &lt;b&gt;')
  const long = await browser.post(pathOf(world.clients.neighbour), { ...said, ownWords: 'x'.repeat(2001) })
  expect(long.wrong).toEqual(['ownWords'])
  expect(await talksOf(world.clients.neighbour)).toEqual(before)
})

test('another team’s client is not there, and nothing is written', async () => {
  const browser = await browserOf('practitioner')
  const before = await talksOf(world.clients.southern)
  expect(before).toHaveLength(1)
  expect((await browser.get(pathOf(world.clients.southern))).status).toBe(404)
  expect((await browser.post(pathOf(world.clients.southern), said)).status).toBe(404)
  expect(await talksOf(world.clients.southern)).toEqual(before)
})

test('a supporter reads and writes phases with the client’s consent, and not without', async () => {
  const browser = await browserOf('supporter')
  const client = world.clients.aftercare
  expect((await browser.get(pathOf(client))).status).toBe(404)
  await asRoot(database, (tx) =>
    put(
      tx,
      'consent.grants',
      word(client, 'measures', true, { organisation_id: world.organisations.living }),
    ),
  )
  expect((await browser.get(pathOf(client))).heading).toBe('Fase van herstel')
  expect((await browser.post(pathOf(client), said)).status).toBe(303)
  expect((await talksOf(client)).at(-1)?.written_by).toBe(world.workers.supporter.id)
})

test('a trainee reads without a form, and writes nothing', async () => {
  const browser = await browserOf('trainee')
  const page = await browser.get(pathOf(world.clients.neighbour))
  expect([page.status, page.text.includes('<textarea')]).toEqual([200, false])
  const before = await talksOf(world.clients.neighbour)
  expect((await browser.post(pathOf(world.clients.neighbour), said)).status).toBe(404)
  expect(await talksOf(world.clients.neighbour)).toEqual(before)
})

test('an earlier episode stays closed to the team until the client permits', async () => {
  const browser = await browserOf('practitioner')
  const client = world.clients.returned
  expect(await talksOf(client)).toHaveLength(1)
  expect((await browser.get(pathOf(client))).text).toContain('nog niet over de fase gesproken')
  await asRoot(database, (tx) =>
    put(tx, 'consent.reopenings', { client_id: client.id, episode_id: client.episode, given_by: 'client' }),
  )
  expect(plain((await browser.get(pathOf(client))).text)).toContain('Worstelen met nu, 5 jaar')
})

test('one talk that the client shields from somebody is not shown to that one alone', async () => {
  const client = world.clients.dead
  await asRoot(database, async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`select id from instruments.phases where client_id = ${client.id}`.execute(tx)
    const row = { id: newId(), client_id: client.id, row_id: rows[0]?.id, person_id: world.workers.second.id }
    await put(tx, 'consent.shielded_rows', { ...row, during: '[2026-01-01,)' })
  })
  expect(plain((await (await browserOf('practitioner')).get(pathOf(client))).text)).toContain('nu, 5 jaar')
  expect((await (await browserOf('second')).get(pathOf(client))).text).toContain(
    'nog niet over de fase gesproken',
  )
})
