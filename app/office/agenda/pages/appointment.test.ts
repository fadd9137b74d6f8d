import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lastLine, lines } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, put, tokenOf } from '../../../../tests/support/people.ts'
import { type Id, newId } from '../../../core/id.ts'
import { link } from '../../../links.ts'
import { listAppointments } from '../store/appointments.ts'

const database = await openTestDatabase()
const { workers, clients, teams } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

const of = { clientId: clients.inCare.id }
const typed = {
  day: '26-11-2026',
  time: '14:00',
  minutes: '45',
  kind: 'visit',
  person: workers.supporter.id,
  place: 'thuis',
  about: 'de administratie',
}

async function as(person: Person) {
  return app.as(await tokenOf(database, person))
}

async function plan(fields: Record<string, string> = {}): Promise<Id<'appointment'>> {
  const appointment = newId<Id<'appointment'>>()
  const browser = await as(workers.practitioner)
  const answer = await browser.post(link('newAppointment', of), { ...typed, ...fields, appointment })
  const to = link('appointment', { ...of, appointmentId: appointment }, { gedaan: 'gepland' })
  expect(answer).toMatchObject({ status: 303, to })
  return appointment
}

async function stored(id: string) {
  const found = await asRoot(database, (tx) => listAppointments(tx, of.clientId))
  return found.find((one) => one.id === id)
}

function urlOf(appointmentId: string) {
  return link('appointment', { ...of, appointmentId })
}

test('an appointment is planned for an hour with oneself, unless one says otherwise', async () => {
  const page = await (await as(workers.practitioner)).get(link('newAppointment', of))
  expect(page.heading).toBe('Nieuwe afspraak')
  expect(page.text).toMatch(/name="minutes"[^>]*value="60"/)
  expect(page.text).toContain(`value="${workers.practitioner.id}" selected`)
  const id = await plan()
  expect(await stored(id)).toMatchObject({
    startsAt: new Date('2026-11-26T13:00:00Z'),
    about: 'de administratie',
  })
  expect(await lastLine(database, of.clientId)).toMatchObject({ action: 'U', granted: true })
  expect((await (await as(workers.secretary)).get(urlOf(id))).text).toContain('de administratie')
})

test('sent twice is one appointment', async () => {
  const browser = await as(workers.practitioner)
  const twice = { ...typed, time: '16:15', appointment: newId() }
  await browser.post(link('newAppointment', of), twice)
  expect((await browser.post(link('newAppointment', of), twice)).status).toBe(303)
  const found = await asRoot(database, (tx) => listAppointments(tx, of.clientId))
  expect(found.filter((one) => one.id === twice.appointment)).toHaveLength(1)
})

test('what is wrong is said at its field; nothing is planned', async () => {
  const browser = await as(workers.practitioner)
  const appointment = newId()
  const attempt = (fields: Record<string, string>) =>
    browser.post(link('newAppointment', of), { ...typed, ...fields, appointment })
  expect(await attempt({ day: '23-11-2026' })).toMatchObject({ status: 422, wrong: ['day'] })
  expect(await attempt({ person: workers.southern.id })).toMatchObject({ status: 422, wrong: ['person'] })
  expect(await attempt({ time: 'morgen', minutes: '' })).toMatchObject({
    status: 422,
    wrong: ['time', 'minutes'],
  })
  expect(await stored(appointment)).toBeUndefined()
})

test('at a moment that the worker has something else it asks once more; sent again it is meant so', async () => {
  const at = { day: '27-11-2026', time: '10:00', minutes: '60' }
  const first = await plan(at)
  const browser = await as(workers.practitioner)
  const appointment = newId<Id<'appointment'>>()
  const send = (fields: Record<string, string>) =>
    browser.post(link('newAppointment', of), {
      ...typed,
      ...at,
      time: '10:30',
      despite: '',
      appointment,
      ...fields,
    })
  const warned = await send({})
  expect(warned).toMatchObject({ status: 422, wrong: ['time'] })
  expect(warned.text).toMatch(/heeft dan al een afspraak/)
  expect(await stored(appointment)).toBeUndefined()
  expect((await send({ person: workers.second.id, appointment: newId() })).status).toBe(303)
  const despite = /name="despite" value="([^"]+)"/.exec(warned.text)?.[1] ?? ''
  expect((await send({ despite, time: '10:45' })).status).toBe(422)
  expect((await send({ despite })).status).toBe(303)
  expect(await stored(appointment)).toBeDefined()

  const move = { ...typed, ...at, what: 'move', version: '1', despite: '' }
  expect((await browser.post(urlOf(first), { ...move, about: 'zelfde tijd' })).wrong).toEqual([
    'verzetten-time',
  ])
  await browser.post(urlOf(appointment), { what: 'cancel', cancelledFor: 'team' })
  expect((await browser.post(urlOf(first), { ...move, about: 'zelfde tijd' })).status).toBe(303)
})

test('a time of today that has passed is refused', async () => {
  const browser = await as(workers.practitioner)
  const send = (time: string) =>
    browser.post(link('newAppointment', of), { ...typed, day: '24-11-2026', time })
  expect(await send('09:30')).toMatchObject({ status: 422, wrong: ['time'] })
  expect((await send('10:30')).status).toBe(303)
})

test('an appointment is moved; who was second sees both plans', async () => {
  const id = await plan()
  const browser = await as(workers.secretary)
  const move = (fields: Record<string, string>) =>
    browser.post(urlOf(id), { ...typed, what: 'move', ...fields })
  expect((await move({ time: '15:00', version: '1' })).to).toContain('veranderd')
  const stale = await move({ time: '16:00', about: 'iets anders', version: '1' })
  expect(stale.status).toBe(422)
  expect(stale.text).toMatch(/15:00[\s\S]*16:00/)
  expect(stale.text).toContain('name="version" value="2"')
  const wrong = await move({ day: '01-01-2020', version: '1' })
  expect(wrong.text).toContain('name="version" value="1"')
  expect(await move({ day: '01-01-2020', version: '2' })).toMatchObject({ wrong: ['verzetten-day'] })
  expect((await move({ version: '1e999' })).status).toBe(422)
  expect(await stored(id)).toMatchObject({ startsAt: new Date('2026-11-26T14:00:00Z'), version: 2 })
})

test('an appointment is cancelled, for whom and why, and then neither moved nor cancelled again', async () => {
  const id = await plan()
  const browser = await as(workers.practitioner)
  const cancel = (fields: Record<string, string>) => browser.post(urlOf(id), { what: 'cancel', ...fields })
  expect(await cancel({})).toMatchObject({ status: 422, wrong: ['afzeggen-cancelledFor'] })
  expect((await cancel({ cancelledFor: 'client', reason: 'griep' })).status).toBe(303)
  expect((await cancel({ cancelledFor: 'team' })).status).toBe(303)
  await browser.post(urlOf(id), { ...typed, what: 'move', time: '08:00', version: '1' })
  expect(await stored(id)).toMatchObject({
    version: 1,
    cancellation: { cancelledFor: 'client', reason: 'griep' },
  })
  const page = await browser.get(urlOf(id))
  expect(page.text).toContain('Deze afspraak gaat niet door')
  expect(page.text).not.toContain('Afspraak afzeggen')
})

test('others get no page', async () => {
  const id = await plan()
  for (const person of [workers.southern, workers.dutyDesk, workers.welfare, clients.neighbour.person]) {
    const browser = await as(person)
    for (const url of [urlOf(id), link('newAppointment', of)]) {
      expect((await browser.get(url)).status).toBe(404)
      expect((await browser.post(url, { ...typed, what: 'cancel', cancelledFor: 'team' })).status).toBe(404)
    }
  }
  expect((await stored(id))?.cancellation).toBeNull()
})

test("the week shows who has an appointment, marks today, and tells mine from the team's", async () => {
  await plan({ day: '24-11-2026', time: '11:00' })
  const browser = await as(workers.practitioner)
  const page = await browser.get(link('agenda'))
  expect(page.heading).toBe('Agenda')
  expect(page.text).toMatch(/id="2026-11-24"[\s\S]*vandaag[\s\S]*11:00[\s\S]*Jan Janssen/)
  expect((await browser.get(link('agenda', {}, { van: 'ik' }))).text).toContain(
    'U heeft deze week geen afspraken',
  )
  expect((await browser.get(link('agenda', {}, { week: '2026-12-02' }))).text).toContain(
    'Het team heeft deze week',
  )
  expect((await browser.get(link('agenda', {}, { week: "'; drop" }))).status).toBe(200)
  expect((await browser.get(link('agenda', {}, { team: teams.south }))).status).toBe(404)
  const [line] = await lines(database, sql`event = 'list' and person_id = ${workers.practitioner.id}`)
  expect(line).toMatchObject({ team_id: teams.north, sections: ['list', 'agenda'] })
  const count = /desc="(\d+)"/.exec(page.response.headers.get('server-timing') ?? '')?.[1]
  expect(Number(count)).toBeLessThanOrEqual(4)
})

test('on the road: where the client lives, a number to call and the form of a contact; a secret address is folded', async () => {
  const id = await plan()
  const address = newId()
  const set = (kind: string) =>
    asRoot(database, (tx) =>
      sql`update clients.addresses set kind = ${kind} where id = ${address}`.execute(tx),
    )
  await asRoot(database, async (tx) => {
    await sql`update clients.details set phone = '06-12 34 56 78' where client_id = ${of.clientId}`.execute(
      tx,
    )
    await sql`delete from clients.addresses where client_id = ${of.clientId}`.execute(tx)
    const lives = { street: 'Dorpsstraat', house_number: '7', during: '[2026-01-01,)' }
    await put(tx, 'clients.addresses', { id: address, client_id: of.clientId, kind: 'home', ...lives })
  })
  const page = await (await as(workers.practitioner)).get(urlOf(id))
  expect(page.text).toContain('Dorpsstraat 7')
  expect(page.text).toContain('href="tel:0612345678"')
  expect(page.text).toContain(`href="${link('newContact', of)}"`)
  expect(page.text).not.toContain('Geheim adres tonen')
  await set('secret')
  expect((await (await as(workers.practitioner)).get(urlOf(id))).text).toMatch(
    /<details[\s\S]*Geheim adres tonen[\s\S]*Dorpsstraat 7/,
  )
})
