import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { type Client, makeWorld, put, type World } from '../../../../tests/support/people.ts'
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

const pathOf = (client: Client) => `/clienten/${client.id}/uit-zorg`
const leaving = {
  leftOn: '20-11-2026',
  destination: 'gp',
  reason: 'Doelen gehaald, samen afgesloten.',
  ownWords: 'Ik kan het nu zelf.',
  aftercare: 'no',
}

type Stay = { phase: string; from_day: string; last_day: string | null }

/** Periods and outflows of a client, as root. */
function storyOf(
  client: Client,
): Promise<{ stays: Stay[]; outflows: { own_words: string; left_on: string }[] }> {
  return asRoot(database, async (tx) => {
    const stays = await sql<Stay>`select phase, lower(during) as from_day, upper(during) - 1 as last_day
      from care.periods where client_id = ${client.id} and not isempty(during) order by lower(during)`.execute(
      tx,
    )
    const outflows = await sql<{ own_words: string; left_on: string }>`
      select own_words, left_on from care.outflows where client_id = ${client.id} order by left_on`.execute(
      tx,
    )
    return { stays: stays.rows, outflows: outflows.rows }
  })
}

test('leaving asks for where to, how, and whether there is aftercare, and keeps what was typed', async () => {
  const before = await storyOf(world.clients.inCare)
  const page = await practitioner.post(pathOf(world.clients.inCare), {
    ownWords: 'Ik kan het nu zelf.',
    leftOn: 'ooit',
  })
  expect([page.status, page.heading]).toEqual([422, 'Uit zorg'])
  expect(page.wrong.sort()).toEqual(['aftercare', 'destination', 'leftOn', 'reason'])
  expect(page.text).toContain('Ik kan het nu zelf.')
  expect(await storyOf(world.clients.inCare)).toEqual(before)
})

test('after leaving the story is kept, the dossier is closed to the team, and the board says that it is done', async () => {
  const client = world.clients.inCare
  const posted = await practitioner.post(pathOf(client), leaving)
  expect([posted.status, posted.to]).toEqual([303, '/herstelbord?gedaan=uit-zorg'])
  const { stays, outflows } = await storyOf(client)
  expect(stays.at(-1)).toMatchObject({ phase: 'care', last_day: '2026-11-20' })
  expect(outflows.at(-1)).toEqual({ own_words: 'Ik kan het nu zelf.', left_on: '2026-11-20' })
  expect((await practitioner.get(`/clienten/${client.id}/wie-doet-wat`)).status).toBe(404)
  expect((await practitioner.get(pathOf(client))).status).toBe(404)
  const board = await practitioner.get('/herstelbord?gedaan=uit-zorg')
  expect(board.text).toContain('is uit zorg')
  expect(board.text).not.toContain('Jan Janssen')
})

test('who leaves today is gone tomorrow: asking again changes nothing', async () => {
  const client = world.clients.dead
  await practitioner.post(pathOf(client), { ...leaving, leftOn: '24-11-2026', destination: 'died' })
  const after = await storyOf(client)
  expect((await practitioner.get(pathOf(client))).text).toContain('al uit zorg')
  expect((await practitioner.post(pathOf(client), leaving)).status).toBe(303)
  expect(await storyOf(client)).toEqual(after)
})

test('aftercare begins the next day and ends on the day of taking over', async () => {
  const client = world.clients.neighbour
  const posted = await practitioner.post(pathOf(client), {
    ...leaving,
    aftercare: 'yes',
    destination: 'basic-ggz',
  })
  expect(posted.to).toBe(`/clienten/${client.id}/wie-doet-wat?gedaan=nazorg`)
  expect((await practitioner.get(posted.to ?? '')).text).toContain('De nazorg is vastgelegd')
  expect((await storyOf(client)).stays).toMatchObject([
    { phase: 'care', last_day: '2026-11-20' },
    { phase: 'aftercare', from_day: '2026-11-21', last_day: null },
  ])
  const page = await practitioner.get(pathOf(client))
  expect(page.heading).toBe('Nazorg afronden')
  expect(page.text).toContain('basis-GGZ')
  const early = await practitioner.post(pathOf(client), { lastDay: '19-11-2026' })
  expect([early.status, early.wrong]).toEqual([422, ['lastDay']])
  expect((await practitioner.post(pathOf(client), { lastDay: '23-11-2026' })).to).toBe(
    '/herstelbord?gedaan=uit-zorg',
  )
  expect((await storyOf(client)).stays.at(-1)).toMatchObject({ phase: 'aftercare', last_day: '2026-11-23' })
  expect((await practitioner.get(pathOf(client))).status).toBe(404)
})

test('who is referred is not in care yet: nothing to record', async () => {
  const client = world.clients.referred
  const before = await storyOf(client)
  expect((await practitioner.get(pathOf(client))).text).toContain('nog niet in zorg')
  expect((await practitioner.post(pathOf(client), leaving)).status).toBe(303)
  expect(await storyOf(client)).toEqual(before)
})

test('a trainee and a project leader let nobody leave', async () => {
  for (const who of ['trainee', 'projectLeader', 'welfare'] as const)
    expect(
      (await (await browserOf(who)).post(pathOf(world.clients.aftercare), { lastDay: '23-11-2026' })).status,
    ).toBe(404)
  expect((await storyOf(world.clients.aftercare)).stays.at(-1)).toMatchObject({ last_day: null })
})

test('outflow to death registers the death, and ends the care of another team as well', async () => {
  const client = world.clients.aftercare
  await asRoot(database, async (tx) => {
    await sql`update care.periods set phase = 'care' where client_id = ${client.id}`.execute(tx)
    await put(tx, 'care.periods', {
      id: newId(),
      client_id: client.id,
      episode_id: newId(),
      team_id: world.teams.south,
      phase: 'care',
      during: '[2026-01-01,)',
    })
  })
  const supporter = await browserOf('peer')
  const answer = await supporter.post(pathOf(client), {
    ...leaving,
    destination: 'died',
    leftOn: '22-11-2026',
  })
  expect(answer.to).toContain('uit-zorg')
  const { rows } = await asRoot(database, (tx) =>
    sql`select died_on from clients.deaths where client_id = ${client.id}`.execute(tx),
  )
  expect(rows).toEqual([{ died_on: '2026-11-22' }])
  const { stays, outflows } = await storyOf(client)
  expect(stays.map((stay) => stay.last_day)).toEqual(['2026-11-22', '2026-11-22'])
  expect(outflows.filter((outflow) => outflow.left_on === '2026-11-22')).toHaveLength(2)
})

test('who stays with another team keeps its organisations and its people', async () => {
  const client = world.clients.colleague
  const running = async (table: string) => {
    const { rows } = await asRoot(database, (tx) =>
      sql`select id from ${sql.table(table)} where client_id = ${client.id} and upper_inf(during)`.execute(
        tx,
      ),
    )
    return rows.length
  }
  await asRoot(database, async (tx) => {
    const about = { client_id: client.id, during: '[2026-01-01,)' }
    await sql`delete from consent.grants where client_id = ${client.id}`.execute(tx)
    await put(tx, 'care.periods', {
      ...about,
      id: newId(),
      episode_id: newId(),
      team_id: world.teams.north,
      phase: 'care',
    })
    const people = [
      ['case-manager', world.workers.southern],
      ['replacement', world.workers.practitioner],
      ['lead-practitioner', world.workers.elsewhere],
    ] as const
    for (const [part, { id, organisation }] of people)
      await put(tx, 'care.assignments', {
        ...about,
        id: newId(),
        person_id: id,
        organisation_id: organisation,
        part,
      })
  })
  expect([await running('care.involvements'), await running('care.assignments')]).toEqual([1, 3])
  await practitioner.post(pathOf(client), leaving)
  expect([await running('care.periods'), await running('care.involvements')]).toEqual([1, 1])
  expect(await running('care.assignments')).toBe(2)
})
