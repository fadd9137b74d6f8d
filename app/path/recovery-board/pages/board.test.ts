import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openApp, plain } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lines, makeWorld, put, type World } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { signInAs } from '../../../people/accounts/door.ts'
import type { Database } from '../../../platform/engine.ts'

let database: Database
let world: World

beforeAll(async () => {
  database = await openTestDatabase()
  world = await makeWorld(database)
  await asRoot(database, (tx) =>
    sql`update referral.referrals set own_question = 'Ik wil weer slapen' where client_id = ${world.clients.inCare.id}`.execute(
      tx,
    ),
  )
})
afterAll(() => database.close())

async function browserOf(who: keyof World['workers']): Promise<Browser> {
  const { id, role, organisation } = world.workers[who]
  return openApp(database).as(await signInAs(database, id, role, organisation))
}

/** The numbers and words of one lane. */
const laneOf = (text: string, phase: number) =>
  plain(text.split(`id="fase-${phase}"`)[1]?.split('</section>')[0] ?? '')

test('the board shows each person once in a lane, own question first, and opening it is a line of the team', async () => {
  const page = await (await browserOf('practitioner')).get('/herstelbord')
  expect([page.status, page.heading]).toEqual([200, 'Herstelbord · team Team north'])
  expect(laneOf(page.text, 0)).toMatch(/Nog niet besproken 1 Truus Terug/)
  const struggling = laneOf(page.text, 2)
  expect(struggling).toContain('2 Worstelen met 4')
  expect(struggling).toMatch(/Jan Janssen Ik wil weer slapen 5 jaar geen contact/)
  expect(struggling).toMatch(/Anna Visser .*nazorg/)
  expect(struggling).toContain('5 jaar zelfde fase')
  expect(page.text).toContain(`href="/clienten/${world.clients.inCare.id}/fase"`)
  const line = (await lines(database, sql`event = 'list'`)).at(-1)
  expect(line).toMatchObject({ team_id: world.teams.north, granted: true, purpose: 'meeting' })
})

test('mine, in care, aftercare: the number beside the choice is the number of people shown', async () => {
  const browser = await browserOf('practitioner')
  const shown = async (toon: string) => {
    const { text } = await browser.get(`/herstelbord?toon=${toon}`)
    const said = /aria-current="true"[\s\S]*?<span class="soft">(\d+)</.exec(text)?.[1]
    return [
      said,
      String(text.split('class="board-card').length - 1 - text.split('class="board-card-head').length + 1),
    ]
  }
  expect(await shown('everyone')).toEqual(['5', '5'])
  expect(await shown('aftercare')).toEqual(['1', '1'])
  expect(await shown('care')).toEqual(['4', '4'])
  expect((await browser.get('/herstelbord?toon=mine')).text).toContain('Niemand hoort bij deze keuze')
})

test('as a list it is a table with the same people and signs', async () => {
  const { text, status } = await (await browserOf('practitioner')).get('/herstelbord?vorm=lijst')
  expect(status).toBe(200)
  expect(text.match(/<th scope="row"/g)).toHaveLength(5)
  expect(plain(text)).toMatch(/Jan Janssen .*Worstelen met .*geen contact/)
  expect(text).not.toContain('class="board"')
})

test('a project leader is told that no phases are shown, and nobody is called not talked with', async () => {
  const { text } = await (await browserOf('projectLeader')).get('/herstelbord')
  expect(text).toContain('U ziet hier geen fasen van herstel')
  expect(laneOf(text, 0)).toContain('Alle mensen van het team 5')
  for (const unseen of ['Nog niet besproken', 'Worstelen met', 'contact<', 'Ik wil weer slapen', '/fase"'])
    expect(text).not.toContain(unseen)
})

test('another team’s board is not there; an administrator has none', async () => {
  const browser = await browserOf('practitioner')
  expect((await browser.get(`/herstelbord?team=${world.teams.south}`)).status).toBe(404)
  expect((await (await browserOf('southern')).get('/herstelbord')).text).toContain('Klaas')
  for (const path of ['/herstelbord', '/caseload'])
    expect((await (await browserOf('administrator')).get(path)).status).toBe(404)
})

test('the board of two hundred is one statement beyond the gate', async () => {
  await asRoot(database, async (tx) => {
    for (let i = 0; i < 200; i++) {
      const client_id = newId()
      await put(tx, 'clients.clients', {
        id: client_id,
        given_name: `Cliënt ${i}`,
        infix: '',
        family_name: 'Proef',
      })
      const period = {
        episode_id: newId(),
        team_id: world.teams.south,
        phase: 'care',
        during: '[2026-01-01,)',
      }
      await put(tx, 'care.periods', { id: newId(), client_id, ...period })
    }
  })
  const page = await (await browserOf('southern')).get('/herstelbord')
  expect(page.text).toContain('nog geen contact')
  expect(plain(page.text)).toMatch(/20[0-9] mensen/)
  expect(page.response.headers.get('server-timing')).toMatch(/sql;.*desc="1"/)
})

test('the caseload says how many, with whom and where to, each number with the way to its rows', async () => {
  const browser = await browserOf('projectLeader')
  const page = await browser.get('/caseload')
  expect([page.status, page.heading]).toEqual([200, 'Caseload'])
  const said = plain(page.text)
  expect(said).toMatch(/5 mensen in zorg van wie 1 in nazorg 1 wachten op een intake 0 wachten op triage/)
  expect(said).toMatch(/ggz 5 5 0 Samen, ieder één keer 5 5 0/)
  expect(said).toContain('huisarts 1')
  for (const href of ['/wachtlijst?', '/aanmeldingen?', 'toon=aftercare', 'toon=shared'])
    expect(page.text).toContain(href)
  expect(page.response.headers.get('server-timing')).toMatch(/desc="3"/)
  expect((await (await browserOf('supporter')).get('/caseload')).status).toBe(404)
  expect((await browser.get(`/caseload?team=${world.teams.south}`)).status).toBe(404)
})
