import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lastLine } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { type Id, newId } from '../../../core/id.ts'
import { link } from '../../../links.ts'
import { listConfidences } from '../store/confidences.ts'
import { listContacts } from '../store/contacts.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

const client = clients.inCare.id
const of = { clientId: client }

async function as(person: Person) {
  return app.as(await tokenOf(database, person))
}

async function newReport(): Promise<Id<'contact'>> {
  const contact = newId<Id<'contact'>>()
  const typed = {
    kind: 'phone',
    day: '23-11-2026',
    time: '14:00',
    usual: '15',
    report: 'Gebeld.',
    how: 'sign',
  }
  await (await as(workers.practitioner)).post(link('newContact', of), { ...typed, contact })
  return contact
}

async function noteOf(contact: string) {
  const found = await asRoot(database, (tx) => listContacts(tx, client))
  return found.find((one) => one.id === contact)?.note
}

test("the client writes beside a report and changes it; the team reads it in the client's own colour", async () => {
  const contactId = await newReport()
  const url = link('contactNote', { ...of, contactId })
  const browser = await as(clients.inCare.person)
  expect((await browser.get(url)).heading).toBe('Jouw reactie')
  const answer = await browser.post(url, { version: '0', body: 'Ik was moe.' })
  expect(answer).toMatchObject({
    status: 303,
    to: link('contact', { ...of, contactId }, { gedaan: 'reactie' }),
  })
  expect(await lastLine(database, client)).toMatchObject({ role: 'client', purpose: 'own', action: 'U' })
  expect((await browser.post(url, { version: '1', body: 'Ik was heel moe.' })).status).toBe(303)
  expect(await noteOf(contactId)).toMatchObject({ body: 'Ik was heel moe.', version: 2 })
  const page = await (await as(workers.practitioner)).get(link('contact', { ...of, contactId }))
  expect(page.text).toMatch(/own-words[\s\S]*Jan schreef erbij:[\s\S]*Ik was heel moe\./)
})

test('an empty or stale note is shown again, with both versions', async () => {
  const contactId = await newReport()
  const url = link('contactNote', { ...of, contactId })
  const browser = await as(clients.inCare.person)
  expect(await browser.post(url, { version: '0', body: ' ' })).toMatchObject({ status: 422, wrong: ['body'] })
  await browser.post(url, { version: '0', body: 'Eerst dit.' })
  const stale = await browser.post(url, { version: '0', body: 'Nu dat.' })
  expect(stale.status).toBe(422)
  expect(stale.text).toContain('Eerst dit.')
  expect(stale.text).toContain('Nu dat.')
  expect(stale.text).toContain('name="version" value="1"')
  const empty = await browser.post(url, { version: '0', body: ' ' })
  expect(empty.text).toContain('name="version" value="0"')
  expect(await noteOf(contactId)).toMatchObject({ body: 'Eerst dit.' })
})

test("nobody else writes the client's note", async () => {
  const contactId = await newReport()
  const url = link('contactNote', { ...of, contactId })
  const others = [workers.practitioner, clients.neighbour.person, clients.inCare.representative]
  for (const person of others) {
    const browser = await as(person)
    expect((await browser.get(url)).status).toBe(404)
    expect((await browser.post(url, { version: '0', body: 'Namens.' })).status).toBe(404)
  }
  expect(await noteOf(contactId)).toBeNull()
})

test('what was told in confidence is kept apart, once, and never shown to the client', async () => {
  const url = link('confidence', of)
  const browser = await as(workers.practitioner)
  expect((await browser.get(url)).text).toContain('Dit leest de cliënt niet')
  const told = { confidence: newId(), toldBy: 'de moeder', toldOn: '20-11-2026', body: 'Zij is bang.' }
  expect((await browser.post(url, told)).status).toBe(303)
  expect((await browser.post(url, told)).status).toBe(303)
  const kept = await asRoot(database, (tx) => listConfidences(tx, client))
  expect(kept.filter((one) => one.body === 'Zij is bang.')).toHaveLength(1)
  expect((await browser.get(url)).text).toContain('Zij is bang.')
  expect(await browser.post(url, { ...told, body: '' })).toMatchObject({ status: 422, wrong: ['body'] })
})

test('the page of what was told in confidence is not there for the client, nor without consent for a supporter', async () => {
  for (const person of [clients.inCare.person, workers.supporter, workers.trainee, workers.southern])
    expect((await (await as(person)).get(link('confidence', of))).status).toBe(404)
})

test('the form of a contact and the page of relatives lead to it, for whom it is open', async () => {
  const way = `href="${link('confidence', of)}"`
  for (const url of [link('newContact', of), link('relatives', of)]) {
    expect((await (await as(workers.practitioner)).get(url)).text).toContain(way)
    const supporter = await (await as(workers.supporter)).get(url)
    expect(supporter.text).not.toContain(way)
  }
})
