import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openApp } from '../../../../tests/support/app.ts'
import { atTestMoment } from '../../../../tests/support/clock.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lastLine, openDossier } from '../../../../tests/support/gate.ts'
import {
  type Client,
  makeWorld,
  type Person,
  put,
  tokenOf,
  type World,
  word,
} from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { read, type Tx } from '../../../platform/database.ts'
import type { Database } from '../../../platform/engine.ts'
import { listStanding } from '../store/words.ts'

let database: Database
let world: World
let worker: Browser
let as: (person: Person) => Promise<Browser>

beforeAll(async () => {
  database = await openTestDatabase()
  world = await makeWorld(database)
  const app = openApp(database)
  as = async (person) => app.as(await tokenOf(database, person))
  worker = await as(world.workers.practitioner)
})
afterAll(() => database.close())

function path(client: Client, rest = ''): string {
  return `/clienten/${client.id}/toestemmingen${rest}`
}

// Sections that the next look of somebody is granted; none when it is refused.
async function sees(person: Person, client: Client): Promise<string[]> {
  await (await as(person)).get(`/clienten/${client.id}/gegevens`)
  const line = await lastLine(database, client.id)
  return line.person_id === person.id && line.granted ? line.sections : []
}

async function opens(person: Person, client: Client): Promise<boolean> {
  return (
    (await openDossier(database, await tokenOf(database, person), client.id, { purpose: 'own' })) !== null
  )
}

async function standing(tx: Tx, client: string): Promise<number> {
  const { rows } =
    await sql`select from consent.after_death_refusals where client_id = ${client} and upper_inf(during)`.execute(
      tx,
    )
  return rows.length
}

test('nothing is recorded yet, and the page says how to begin', async () => {
  const page = await worker.get(path(world.clients.inCare))
  expect([page.status, page.heading]).toEqual([200, expect.stringContaining('Toestemmingen')])
  expect(page.text).toContain('Vraag bij de intake')
})

test('what the client allows an organisation is seen there, until it is stopped', async () => {
  const client = world.clients.inCare
  expect(await sees(world.workers.supporter, client)).not.toContain('reports')
  const answer = await worker.post(path(client, '/nieuw'), {
    party: `organisation:${world.organisations.living}`,
    sections: ['reports', 'plan'],
    until: '24-11-2027',
    givenBy: 'client',
  })
  expect(answer.to).toBe(`${path(client)}?gedaan=gedeeld`)
  expect(await sees(world.workers.supporter, client)).toContain('reports')
  const page = await worker.get(path(client))
  expect(page.text).toContain('De verslagen van gesprekken')
  expect(page.text).toContain('tot en met 24 nov')
  const stops = [
    ...page.text.matchAll(/href="(\/clienten\/[^"]+\/stoppen\/[^"]+)"[^>]* aria-label="[^"]*verslagen/g),
  ]
  const stop = stops[0]?.[1] ?? ''
  expect((await worker.get(stop)).heading).toBe('Stoppen met delen?')
  expect((await worker.post(stop)).to).toBe(`${path(client)}?gedaan=gestopt`)
  expect(await sees(world.workers.supporter, client)).not.toContain('reports')
  expect((await worker.post(stop)).status).toBe(404)
})

test('with the last part goes also that the person is a client here', async () => {
  const client = world.clients.aftercare
  const welfare = { party: `organisation:${world.organisations.welfare}`, until: '', givenBy: 'client' }
  await worker.post(path(client, '/nieuw'), { ...welfare, sections: 'plan' })
  expect(await sees(world.workers.welfare, client)).toEqual(['list', 'plan'])
  const stop =
    /href="(\/clienten\/[^"]+\/stoppen\/[^"]+)"/.exec((await worker.get(path(client))).text)?.[1] ?? ''
  await worker.post(stop)
  expect(await sees(world.workers.welfare, client)).toEqual([])
})

test('a relative with an account can be named', async () => {
  const client = world.clients.inCare
  expect(await sees(client.relative, client)).toEqual([])
  expect((await worker.get(path(client, '/nieuw'))).text).toContain('Mies, naaste')
  const form = {
    party: `person:${client.relative.id}`,
    sections: 'plan',
    until: '',
    givenBy: 'representative',
  }
  expect((await worker.post(path(client, '/nieuw'), form)).status).toBe(303)
  const token = await tokenOf(database, client.relative)
  const open = () =>
    atTestMoment(() =>
      read({ database, token }, [{ dossier: client.id, purpose: 'own' }], (tx) =>
        listStanding(tx, client.id),
      ),
    )
  expect(await open()).toEqual([])
  expect((await lastLine(database, client.id)).sections).toEqual(['list', 'plan'])
})

test('too little, or a party that is not in the list, is asked again with what was typed', async () => {
  const client = world.clients.inCare
  const empty = await worker.post(path(client, '/nieuw'), { party: '', until: '1-1-2020', givenBy: 'client' })
  expect([empty.status, empty.wrong]).toEqual([422, ['party', 'sections', 'until']])
  expect(empty.text).toContain('value="1-1-2020"')
  const stranger = {
    party: `person:${world.clients.southern.relative.id}`,
    sections: 'plan',
    givenBy: 'client',
    until: '',
  }
  expect((await worker.post(path(client, '/nieuw'), stranger)).wrong).toEqual(['party'])
  const shield = await worker.post(path(client, '/afschermen'), {
    what: 'shield',
    how: 'some',
    givenBy: 'client',
    party: `team:${world.teams.north}`,
  })
  expect([shield.status, shield.wrong]).toEqual([422, ['sections']])
  expect((await worker.post(path(client, '/eerder'), {})).wrong).toEqual(['givenBy'])
})

test('a shield closes the dossier to a colleague; no worker reads from whom, the client does; it can be lifted', async () => {
  const client = world.clients.inCare
  expect(await sees(world.workers.second, client)).toContain('identity')
  const shield = { party: `person:${world.workers.second.id}`, how: 'all', givenBy: 'client' }
  expect((await worker.post(path(client, '/afschermen'), { ...shield, what: 'shield' })).to).toContain(
    'afgeschermd',
  )
  expect(await sees(world.workers.second, client)).toEqual([])
  const standing = async (person: Person) => {
    const token = await tokenOf(database, person)
    return atTestMoment(() =>
      read({ database, token }, [{ dossier: client.id, purpose: 'own' }], (tx) =>
        listStanding(tx, client.id),
      ),
    )
  }
  const refusals = async (person: Person) => (await standing(person)).filter((one) => !one.allows)
  expect(await refusals(client.person)).toMatchObject([
    { section: null, party: { id: world.workers.second.id } },
  ])
  expect(await refusals(world.workers.practitioner)).toEqual([])
  await worker.post(path(client, '/afschermen'), { ...shield, what: 'lift' })
  expect(await sees(world.workers.second, client)).toContain('identity')
})

test('who shields the own team goes back to the list, and sees the dossier no more', async () => {
  const client = world.clients.neighbour
  const shield = { what: 'shield', how: 'all', party: `team:${world.teams.north}`, givenBy: 'client' }
  expect((await worker.post(path(client, '/afschermen'), shield)).to).toBe('/clienten')
  expect((await worker.get(path(client))).status).toBe(404)
})

test('a refusal for after death is written down once', async () => {
  const client = world.clients.inCare
  expect((await worker.get(path(client, '/na-overlijden'))).status).toBe(200)
  for (let i = 0; i < 2; i++)
    expect((await worker.post(path(client, '/na-overlijden'))).to).toContain('geweigerd')
  expect((await worker.get(path(client))).text).toContain('kijkt niemand buiten de behandeling mee')
  const { rows } = await asRoot(database, (tx) =>
    sql`select from consent.after_death_refusals where client_id = ${client.id}`.execute(tx),
  )
  expect(rows).toHaveLength(1)
})

test('a refusal is taken back while the client lives, and opens the dossier to who was let in', async () => {
  const client = world.clients.aftercare
  const relative = client.relative
  await asRoot(database, (tx) =>
    put(tx, 'consent.grants', word(client, null, true, { person_id: relative.id })),
  )
  const lives = path(client, '/na-overlijden')
  await worker.post(lives)
  expect((await worker.get(lives)).heading).toBe('Weigering intrekken')
  const answer = await worker.post(lives, { do: 'take-back' })
  expect(answer.to).toContain('ingetrokken')
  const { rows } = await asRoot(database, (tx) =>
    sql`select during::text, ended_by from consent.after_death_refusals where client_id = ${client.id}`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([{ during: '[2026-11-24,2026-11-25)', ended_by: world.workers.practitioner.id }])
  expect(await lastLine(database, client.id)).toMatchObject({ event: 'rights', query: 'after-death' })
  expect((await worker.get(lives)).heading).toBe('Meekijken na overlijden weigeren')
  // Refused and taken back once more on the same day: each stays.
  await worker.post(lives)
  expect((await worker.get(lives)).heading).toBe('Weigering intrekken')
  await worker.post(lives, { do: 'take-back' })
  const died = () =>
    asRoot(database, (tx) =>
      put(tx, 'clients.deaths', { id: newId(), client_id: client.id, died_on: '2026-11-23' }),
    )
  await died()
  expect(await opens(relative, client)).toBe(true)
})

test('after death nobody takes the refusal back', async () => {
  const client = world.clients.dead
  const lives = path(client, '/na-overlijden')
  const page = await worker.get(lives)
  expect([page.status, page.text.includes('De cliënt is overleden')]).toEqual([200, true])
  expect((await worker.post(lives, { do: 'take-back' })).status).toBe(404)
  expect(await asRoot(database, (tx) => standing(tx, client.id))).toBe(1)
})

test('the earlier story of who came back opens with permission', async () => {
  const client = world.clients.returned
  expect((await worker.get(path(client))).text).toContain('Toestemming om eerder te openen')
  expect((await worker.post(path(client, '/eerder'), { givenBy: 'client' })).to).toContain('geopend')
  expect((await worker.get(path(client))).text).not.toContain('Toestemming om eerder te openen')
})

test('not theirs is not there, whatever is sent', async () => {
  const southern = await as(world.workers.southern)
  const client = world.clients.inCare
  const form = {
    party: `organisation:${world.organisations.ggz}`,
    sections: 'plan',
    until: '',
    givenBy: 'client',
  }
  for (const rest of ['', '/nieuw', '/afschermen', '/na-overlijden', '/eerder'])
    expect((await southern.get(path(client, rest))).status, rest).toBe(404)
  for (const rest of ['/nieuw', '/afschermen', '/na-overlijden', '/eerder'])
    expect((await southern.post(path(client, rest), form)).status, rest).toBe(404)
})

test('somebody is let see only what that role can see at all', async () => {
  const client = world.clients.inCare
  const fields = {
    party: `person:${world.workers.wmoConsultant.id}`,
    until: '',
    givenBy: 'client',
  }
  const refused = await worker.post(path(client, '/nieuw'), { ...fields, sections: ['plan', 'reports'] })
  expect([refused.status, refused.wrong]).toEqual([422, ['sections']])
  expect((await worker.post(path(client, '/nieuw'), { ...fields, sections: ['plan'] })).status).toBe(303)
  const relative = { ...fields, party: `person:${client.relative.id}` }
  const medication = await worker.post(path(client, '/nieuw'), { ...relative, sections: ['medication'] })
  expect([medication.status, medication.text]).toEqual([422, expect.stringContaining('geen medicatie')])
})
