import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lastLine, openDossier } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, put, tokenOf, word } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { link } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients, organisations } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

const client = clients.inCare
const as = async (person: Person) => app.as(await tokenOf(database, person))
const pages = ['portal', 'portalStory', 'portalAgenda', 'portalLooks'] as const

await asRoot(database, async (tx) => {
  const about = { client_id: client.id, episode_id: client.episode }
  await put(tx, 'agenda.appointments', {
    ...about,
    id: newId(),
    starts_at: '2026-11-26T09:30:00Z',
    minutes: 45,
    kind: 'visit',
    place: 'bij jou thuis',
    person_id: workers.practitioner.id,
  })
  const report = {
    ...about,
    kind: 'phone',
    minutes: 15,
    author_id: workers.practitioner.id,
    author_role: 'practitioner',
    organisation_id: organisations.ggz,
  }
  await put(tx, 'contacts.contacts', {
    ...report,
    id: newId(),
    happened_at: '2026-11-20T10:00:00Z',
    signed_at: '2026-11-20T11:00:00Z',
    report: 'Het gaat beter met slapen.',
  })
  await put(tx, 'contacts.contacts', {
    ...report,
    id: newId(),
    happened_at: '2026-11-21T10:00:00Z',
    report: 'Dit is nog een concept.',
  })
  await put(tx, 'contacts.confidences', {
    ...about,
    id: newId(),
    told_on: '2026-11-20',
    told_by: 'een buurvrouw',
    body: 'Hoorde geschreeuw.',
  })
  await put(tx, 'care.assignments', {
    ...about,
    id: newId(),
    person_id: workers.practitioner.id,
    organisation_id: organisations.ggz,
    part: 'case-manager',
    during: '[2026-01-01,)',
  })
  await put(tx, 'consent.grants', word(client, 'agenda', true, { person_id: client.relative.id }))
})
await openDossier(database, await tokenOf(database, workers.practitioner), client.id)

test('the client sees the next appointment, the contact person, the last report and who looked', async () => {
  const page = await (await as(client.person)).get(link('portal'))
  expect(page).toMatchObject({ status: 200, heading: 'Hallo Jan' })
  for (const words of [
    'bij jou thuis',
    'Mijn contactpersoon',
    'Het gaat beter met slapen.',
    'las je dossier',
  ])
    expect(page.text).toContain(words)
  expect(page.text).toContain('in vertrouwen')
  expect(await lastLine(database, client.id)).toMatchObject({ role: 'client', purpose: 'own', action: 'R' })
})

test('a draft is not there, nor what a third party told', async () => {
  const there = await asRoot(database, (tx) =>
    sql`select from contacts.confidences where body = 'Hoorde geschreeuw.'`.execute(tx),
  )
  expect(there.rows).toHaveLength(1)
  for (const path of pages) {
    const { text } = await (await as(client.person)).get(link(path))
    expect(text).not.toContain('concept')
    expect(text).not.toMatch(/buurvrouw|geschreeuw/)
  }
})

test('the story has every part, and the way to write beside a report', async () => {
  const page = await (await as(client.person)).get(link('portalStory'))
  expect(page.heading).toBe('Mijn verhaal')
  for (const words of [
    'Aanmelding',
    'Het eerste gesprek',
    'Gesprek aan de telefoon',
    'Hulp van team Team north',
  ])
    expect(page.text).toContain(words)
  expect(page.text).toContain('Zo zie ik het ook.')
  expect(page.text).toMatch(new RegExp(`/clienten/${client.id}/contact/[0-9a-f-]+/reactie`))
})

test('appointments come in two: still to come and past, with how to cancel', async () => {
  const page = await (await as(client.person)).get(link('portalAgenda'))
  const [coming = '', past = ''] = page.text.split('Dit is geweest')
  expect(coming).toContain('donderdag 26 november 2026, 10:30')
  expect(coming).toContain('Kun je niet komen?')
  expect(past).toContain('ging niet door')
})

test('who looked: a row for each person and day, oneself as such', async () => {
  const page = await (await as(client.person)).get(link('portalLooks'))
  expect(page.text).toContain('W. practitioner')
  expect(page.text).toContain('Jijzelf')
})

test('an emergency stands on top of the first page', async () => {
  await openDossier(database, await tokenOf(database, workers.southern), client.id, {
    reason: 'belde in paniek op',
  })
  const page = await (await as(client.person)).get(link('portal'))
  expect(page.text).toContain('Iemand keek in nood in je dossier')
  // With the name of who it was.
  expect(
    page.text.split('Iemand keek in nood in je dossier')[1]?.split('Wie op je gegevens let')[0],
  ).toContain('W. practitioner')
})

test('a relative sees what the client allows, and reads what that is', async () => {
  const page = await (await as(client.relative)).get(link('portal'))
  expect(page.status).toBe(200)
  expect(page.text).toContain('Jan bepaalt wat jij mag zien')
  expect(page.text).toContain('bij jou thuis')
  expect(page.text).not.toContain('slapen')
  const story = await (await as(client.relative)).get(link('portalStory'))
  expect(story.text).not.toContain('slapen')
})

test('a relative without consent sees nothing, and is told so', async () => {
  const page = await (await as(clients.neighbour.relative)).get(link('portal'))
  expect(page.text).toContain('Je mag nu niets zien van Piet')
  expect(await lastLine(database, clients.neighbour.id)).toMatchObject({ granted: false, role: 'relative' })
})

test('a representative for care reads along, without who looked', async () => {
  const browser = await as(client.representative)
  const page = await browser.get(link('portal'))
  expect(page.text).toContain('Het gaat beter met slapen.')
  expect(page.text).not.toContain('Wie keek in mijn dossier?')
  expect((await browser.get(link('portalLooks'))).status).toBe(404)
})

test('nobody looks along with somebody else by an id', async () => {
  for (const person of [client.relative, client.representative]) {
    const answer = await (await as(person)).get(link('portal', {}, { wie: clients.neighbour.id }))
    expect(answer.status).toBe(404)
  }
})

test('the portal is not for who works here', async () => {
  for (const path of pages) expect((await (await as(workers.practitioner)).get(link(path))).status).toBe(404)
})

test('no page of the portal makes more than four statements', async () => {
  for (const path of pages) {
    const { response } = await (await as(client.person)).get(link(path))
    const timing = response.headers.get('server-timing') ?? ''
    expect(Number(/desc="(\d+)"/.exec(timing)?.[1])).toBeLessThanOrEqual(4)
  }
})
