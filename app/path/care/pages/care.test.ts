import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { type Client, lines, makeWorld, put, type World } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { signInAs } from '../../../people/accounts/door.ts'
import type { Database } from '../../../platform/engine.ts'

let database: Database
let world: World
let practitioner: Browser

beforeAll(async () => {
  database = await openTestDatabase()
  world = await makeWorld(database)
  practitioner = await browserOf('practitioner')
})
afterAll(() => database.close())

async function browserOf(who: keyof World['workers']): Promise<Browser> {
  const { id, role, organisation } = world.workers[who]
  return openApp(database).as(await signInAs(database, id, role, organisation))
}

const careOf = (client: Client, rest = '') => `/clienten/${client.id}/wie-doet-wat${rest}`

/** What stands in a table of care about a client, as root. */
function rowsOf(table: string, client: Client): Promise<Record<string, unknown>[]> {
  return asRoot(database, async (tx) => {
    const { rows } = await sql<
      Record<string, unknown>
    >`select *, lower(during) as from_day, upper(during) - 1 as last_day
      from ${sql.table(table)} where client_id = ${client.id} and not isempty(during) order by lower(during)`.execute(
      tx,
    )
    return rows
  })
}

/** The post of a worker, as root. */
function postOf(who: keyof World['workers']): Promise<string> {
  return asRoot(database, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select id from staff.memberships where person_id = ${world.workers[who].id}`.execute(tx)
    return rows[0]?.id ?? ''
  })
}

test('who does what, with team, organisations and parts, for who is in the team; looking is a line in the log', async () => {
  const page = await practitioner.get(careOf(world.clients.inCare))
  expect([page.status, page.heading]).toEqual([200, expect.stringContaining('Wie doet wat')])
  for (const words of [
    'Jan Janssen',
    'Team north',
    'ggz',
    'W. practitioner is de contactpersoon',
    'Tijdelijk aanbod',
  ])
    expect(page.text).toContain(words)
  const line = (await lines(database, sql`client_id = ${world.clients.inCare.id}`)).at(-1)
  expect(line).toMatchObject({ event: 'dossier', action: 'R', granted: true, purpose: 'care' })
})

test('another team’s client, or one who left, is a page that is not there', async () => {
  for (const client of [world.clients.southern, world.clients.left]) {
    expect(await rowsOf('care.periods', client)).not.toEqual([])
    for (const path of [careOf(client), careOf(client, '/taak'), `/clienten/${client.id}/uit-zorg`])
      expect((await practitioner.get(path)).status).toBe(404)
  }
  const posted = await practitioner.post(`/clienten/${world.clients.southern.id}/uit-zorg`, { reason: 'x' })
  expect(posted.status).toBe(404)
  expect((await practitioner.get('/clienten/geen-id/wie-doet-wat')).status).toBe(404)
})

test('a project leader reads who does what and arranges nothing; a trainee neither', async () => {
  for (const who of ['projectLeader', 'trainee'] as const) {
    const browser = await browserOf(who)
    const page = await browser.get(careOf(world.clients.inCare))
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('/wie-doet-wat/taak')
    expect((await browser.post(careOf(world.clients.inCare, '/taak'), {})).status).toBe(404)
  }
})

test('an organisation is involved once, from its day on, and rounded off', async () => {
  const client = world.clients.neighbour
  const organisation = world.organisations.vnn
  const path = careOf(client, '/organisatie')
  expect((await practitioner.get(path)).heading).toBe('Organisatie betrekken')
  const empty = await practitioner.post(path, { from: '31-2-2026' })
  expect([empty.status, empty.wrong]).toEqual([422, ['organisation', 'from']])
  const posted = await practitioner.post(path, { organisation, from: '1-11-2026' })
  expect([posted.status, posted.to]).toEqual([303, `${careOf(client)}?gedaan=organisatie`])
  expect((await practitioner.get(posted.to ?? '')).text).toContain('De organisatie is betrokken.')
  expect((await practitioner.post(path, { organisation, from: '1-11-2026' })).to).toBe(careOf(client))
  expect(await rowsOf('care.involvements', client)).toHaveLength(2)

  const end = careOf(client, `/organisatie/${organisation}`)
  expect((await practitioner.get(end)).heading).toContain('vnn')
  expect((await practitioner.post(end, { lastDay: '31-10-2026' })).wrong).toEqual(['lastDay'])
  expect((await practitioner.post(end, { lastDay: '25-11-2026' })).wrong).toEqual(['lastDay'])
  expect((await practitioner.post(end, { lastDay: '20-11-2026' })).to).toBe(
    `${careOf(client)}?gedaan=afgerond`,
  )
  expect((await practitioner.post(end, { lastDay: '20-11-2026' })).to).toBe(careOf(client))
  expect((await practitioner.get(end)).status).toBe(404)
  expect((await rowsOf('care.involvements', client)).at(-1)).toMatchObject({ last_day: '2026-11-20' })
  const overlapping = await practitioner.post(path, { organisation, from: '20-11-2026' })
  expect([overlapping.status, overlapping.wrong]).toEqual([422, ['from']])
  expect((await practitioner.post(path, { organisation, from: '21-11-2026' })).status).toBe(303)
})

test('an id that is no organisation, or an insurer, does not take part', async () => {
  const path = careOf(world.clients.neighbour, '/organisatie')
  for (const organisation of [world.teams.north, world.organisations.insurer]) {
    const page = await practitioner.post(path, { organisation, from: '1-11-2026' })
    expect([page.status, page.wrong]).toEqual([422, ['organisation']])
  }
})

test('a part goes from one to the next without overlap, and falls away with nobody', async () => {
  const client = world.clients.neighbour
  const path = careOf(client, '/taak')
  const page = await practitioner.get(`${path}?taak=case-manager`)
  expect(page.heading).toBe('Wie krijgt welke taak?')
  expect(page.text).toMatch(/value="case-manager" checked/)
  const give = async (who: keyof World['workers'] | '', from: string, part = 'case-manager') =>
    practitioner.post(path, { part, post: who && (await postOf(who)), from })
  expect((await give('peer', '1-11-2026')).to).toBe(`${careOf(client)}?gedaan=taak`)
  expect((await give('second', '15-11-2026')).status).toBe(303)
  const held = (await rowsOf('care.assignments', client)).slice(-2)
  expect(held.map(({ from_day, last_day }) => [from_day, last_day])).toEqual([
    ['2026-11-01', '2026-11-14'],
    ['2026-11-15', null],
  ])
  expect((await give('peer', '14-11-2026')).wrong).toEqual(['from'])
  expect((await give('', '20-11-2026')).status).toBe(303)
  expect((await rowsOf('care.assignments', client)).at(-1)).toMatchObject({ last_day: '2026-11-19' })
})

test('a part asks for who may hold it, employed on that day', async () => {
  const path = careOf(world.clients.neighbour, '/taak')
  const lead = { part: 'lead-practitioner', from: '20-11-2026' }
  const peer = await practitioner.post(path, { ...lead, post: await postOf('peer') })
  expect([peer.status, peer.wrong]).toEqual([422, ['post']])
  const past = await practitioner.post(path, { ...lead, post: await postOf('past') })
  expect(past.wrong).toEqual(['post'])
  const early = await practitioner.post(path, { ...lead, post: await postOf('second'), from: '1-1-2019' })
  expect(early.wrong).toEqual(['from'])
  expect((await practitioner.post(path, { part: 'koning', from: '20-11-2026' })).wrong).toEqual(['part'])
})

test('who gets a part works from outside the team with the dossier open', async () => {
  const client = world.clients.dead
  const elsewhere = await browserOf('elsewhere')
  expect((await elsewhere.get(careOf(client))).status).toBe(404)
  const fields = { part: 'replacement', post: await postOf('elsewhere'), from: '24-11-2026' }
  expect((await practitioner.post(careOf(client, '/taak'), fields)).status).toBe(303)
  expect((await elsewhere.get(careOf(client))).status).toBe(200)
})

test('a part that would open the dossier to oneself is given by a colleague: a secretary with a second post is not in the list', async () => {
  const { workers, clients, organisations } = world
  const id = newId()
  await asRoot(database, (tx) =>
    put(tx, 'staff.memberships', {
      id,
      team_id: null,
      person_id: workers.secretary.id,
      organisation_id: organisations.vnn,
      function: 'case-manager',
      role: 'practitioner',
      during: '[2020-01-01,)',
    }),
  )
  const path = careOf(clients.neighbour, '/taak')
  const fields = { part: 'replacement', post: id, from: '24-11-2026' }
  const secretary = await browserOf('secretary')
  const page = await secretary.get(path)
  expect([page.text.includes(id), page.text.includes('U staat er zelf niet bij')]).toEqual([false, true])
  const refused = await secretary.post(path, fields)
  expect([refused.status, refused.wrong]).toEqual([422, ['post']])
  expect((await practitioner.get(path)).text).toContain(id)
  expect((await practitioner.post(path, fields)).status).toBe(303)
  expect(await rowsOf('care.assignments', clients.neighbour)).toContainEqual(
    expect.objectContaining({ part: 'replacement', person_id: workers.secretary.id }),
  )
})
