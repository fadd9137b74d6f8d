import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lastLine, lines } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { type Id, newId } from '../../../core/id.ts'
import { link } from '../../../links.ts'
import { listContacts } from '../store/contacts.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

const client = clients.inCare.id
const of = { clientId: client }
const typed = { kind: 'visit', day: '24-11-2026', time: '09:30', usual: '30', report: 'Koffie.', how: 'sign' }

async function as(person: Person) {
  return app.as(await tokenOf(database, person))
}

async function stored(contact: string) {
  const found = await asRoot(database, (tx) => listContacts(tx, client))
  return found.find((one) => one.id === contact)
}

/** A contact written by somebody through the page; gives its id. */
async function write(person: Person, fields: Record<string, string>): Promise<Id<'contact'>> {
  const contact = newId<Id<'contact'>>()
  const answer = await (await as(person)).post(link('newContact', of), { ...typed, ...fields, contact })
  expect(answer.status).toBe(303)
  return contact
}

test('a new contact has now, half an hour and one signature away', async () => {
  const page = await (await as(workers.practitioner)).get(link('newContact', of, { soort: 'phone' }))
  expect(page.status).toBe(200)
  expect(page.heading).toBe('Contact vastleggen')
  expect(page.text).toMatch(/name="day"[^>]*value="24-11-2026"/)
  expect(page.text).toMatch(/name="time"[^>]*value="10:00"/)
  expect(page.text).toMatch(/name="usual" value="30" checked/)
  expect(page.text).toMatch(/name="kind" value="phone" checked/)
  expect(page.text).toContain('data-draft')
})

test('from an appointment that began it has that moment; from one that is still to come, now', async () => {
  const browser = await as(workers.practitioner)
  const formAt = async (tijd: string) =>
    (await browser.get(link('newContact', of, { soort: 'visit', dag: '24-11-2026', tijd, minuten: '50' })))
      .text
  expect(await formAt('08:30')).toMatch(/name="time"[^>]*value="08:30"/)
  expect(await formAt('14:30')).toMatch(/name="time"[^>]*value="10:00"/)
  expect(await formAt('half tien')).toMatch(/name="time"[^>]*value="10:00"/)
})

test('signing leads to the dossier, with a line of the change in the log', async () => {
  const contact = newId()
  const answer = await (await as(workers.practitioner)).post(link('newContact', of), { ...typed, contact })
  expect(answer).toMatchObject({ status: 303, to: link('dossier', of, { gedaan: 'ondertekend' }) })
  expect(await stored(contact)).toMatchObject({
    report: 'Koffie.',
    minutes: 30,
    authorId: workers.practitioner.id,
  })
  expect(await lastLine(database, client)).toMatchObject({ action: 'U', purpose: 'care', granted: true })
})

test('what is wrong is said at its field, with what was typed; nothing is stored', async () => {
  const browser = await as(workers.practitioner)
  const contact = newId()
  const empty = await browser.post(link('newContact', of), { ...typed, report: '', contact })
  expect(empty).toMatchObject({ status: 422, wrong: ['report'] })
  const ahead = await browser.post(link('newContact', of), { ...typed, time: '11:30', contact })
  expect(ahead).toMatchObject({ status: 422, wrong: ['day'] })
  expect(ahead.text).toContain('Koffie.')
  const script = await browser.post(link('newContact', of), { ...typed, day: '<script>', contact })
  expect(script.status).toBe(422)
  expect(script.text).not.toContain('"<script>')
  expect(await stored(contact)).toBeUndefined()
})

test('a form that is sent twice is one contact; with other words after signing, both versions are shown', async () => {
  const browser = await as(workers.practitioner)
  const contact = newId()
  const send = (fields: Record<string, string>) =>
    browser.post(link('newContact', of), { ...typed, ...fields, contact })
  expect((await send({ how: 'draft' })).status).toBe(303)
  expect((await send({ how: 'draft' })).status).toBe(303)
  expect((await send({ report: 'Thee.' })).status).toBe(303)
  expect(await stored(contact)).toMatchObject({ report: 'Thee.', version: 2 })
  const again = await send({ report: 'Toch koffie.' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('Thee.')
  expect(again.text).toContain('Toch koffie.')
  expect((await stored(contact))?.report).toBe('Thee.')
})

test('a draft is finished by its writer; what changed meanwhile is shown beside it', async () => {
  const contact = await write(workers.practitioner, { how: 'draft', report: 'Eerste.' })
  const url = link('contact', { ...of, contactId: contact })
  const browser = await as(workers.practitioner)
  expect((await browser.get(url)).heading).toBe('Concept afmaken')
  const change = (fields: Record<string, string>) => browser.post(url, { ...typed, ...fields })
  expect((await change({ how: 'draft', report: 'Tweede.', version: '1' })).to).toContain(url)
  const stale = await change({ report: 'Derde.', version: '1' })
  expect(stale.status).toBe(422)
  expect(stale.text).toContain('Tweede.')
  expect(stale.text).toContain('Derde.')
  expect((await change({ report: '', version: '2' })).wrong).toEqual(['report'])
  expect((await change({ report: 'Derde.', version: '2' })).to).toContain(link('dossier', of))
  const late = await change({ report: 'Vierde.', version: '3' })
  expect(late.status).toBe(422)
  expect(late.text).toContain('Vierde.')
  expect(await stored(contact)).toMatchObject({ report: 'Derde.' })
  expect((await browser.get(url)).heading).toBe('Huisbezoek')
})

test('a draft is a page that is not there for a colleague and for the client', async () => {
  const contact = await write(workers.practitioner, { how: 'draft' })
  expect(await stored(contact)).toBeDefined()
  const url = link('contact', { ...of, contactId: contact })
  for (const person of [workers.second, clients.inCare.person]) {
    expect((await (await as(person)).get(url)).status).toBe(404)
    expect((await (await as(person)).post(url, typed)).status).toBe(404)
  }
})

test("a trainee's report is co-signed by a practitioner; then the client reads it", async () => {
  const contact = await write(workers.trainee, { report: 'Gewandeld.' })
  const url = link('contact', { ...of, contactId: contact })
  const itsClient = await as(clients.inCare.person)
  expect((await itsClient.get(url)).status).toBe(404)
  expect((await (await as(workers.trainee)).post(url, { how: 'cosign' })).status).toBe(303)
  expect((await stored(contact))?.cosignedAt).toBeNull()
  const browser = await as(workers.second)
  expect((await browser.get(url)).text).toContain('Medeondertekenen')
  expect((await browser.post(url, { how: 'cosign' })).to).toContain('medeondertekend')
  expect((await browser.post(url, { how: 'cosign' })).status).toBe(303)
  expect((await itsClient.get(url)).text).toContain('Gewandeld.')
})

test('others get no page: another team, the duty desk, the secretariat, an id that is none', async () => {
  const contact = await write(workers.practitioner, {})
  const url = link('contact', { ...of, contactId: contact })
  for (const person of [workers.southern, workers.dutyDesk, workers.secretary]) {
    const browser = await as(person)
    expect((await browser.get(url)).status).toBe(404)
    expect((await browser.get(link('newContact', of))).status).toBe(404)
    expect((await browser.post(link('newContact', of), typed)).status).toBe(404)
  }
  const browser = await as(workers.practitioner)
  expect((await browser.get(link('contact', { ...of, contactId: 'x' }))).status).toBe(404)
  const wrongClient = link('contact', { clientId: clients.neighbour.id, contactId: contact })
  expect((await browser.get(wrongClient)).status).toBe(404)
  const refused = await lines(database, sql`not granted and person_id = ${workers.southern.id}`)
  expect(refused.length).toBeGreaterThan(0)
})

test('a supporter without consent for reports writes one and sees it again', async () => {
  const contact = await write(workers.supporter, { report: 'Boodschappen.' })
  const page = await (await as(workers.supporter)).get(link('contact', { ...of, contactId: contact }))
  expect(page.text).toContain('Boodschappen.')
})

test('a page makes at most four statements of its own', async () => {
  const contact = await write(workers.practitioner, {})
  for (const url of [
    link('contact', { ...of, contactId: contact }),
    link('newContact', of),
    link('confidence', of),
  ]) {
    const { response } = await (await as(workers.practitioner)).get(url)
    const count = /sql;dur=[^"]*desc="(\d+)"/.exec(response.headers.get('server-timing') ?? '')?.[1]
    expect(Number(count)).toBeLessThanOrEqual(4)
  }
})
