import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lastLine } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, put, tokenOf, word } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { link, paths } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

async function as(person: Person) {
  return app.as(await tokenOf(database, person))
}

const client = clients.inCare
const page = link('emergency', { clientId: client.id })
const dossier = link('dossier', { clientId: client.id })
const reason = 'belde in paniek op, team is dicht'

test('from a search to the dossier: no name until a reason is given, and then everybody who must know is told', async () => {
  const me = await as(workers.southern)
  const found = await me.post(paths.search, {
    givenName: 'Jan',
    familyName: 'Janssen',
    birthDate: '03-02-1980',
    everywhere: 'ja',
  })
  const known = await me.get(found.to ?? '')
  expect(known.text).toContain('Team north')
  expect(known.text).toContain(`href="${paths.urgent}"`)
  await asRoot(database, (tx) => tx.updateTable('staff.teams').set({ phone: '0592 123 456' }).execute())
  const urgent = await me.get(paths.urgent)
  expect(urgent.text).toContain(page)
  expect(urgent.text).toContain('href="tel:0592123456"')
  const asked = await me.get(page)
  expect(asked.text).toContain('30 minuten')
  for (const { text } of [known, urgent, asked]) expect(text).not.toContain(client.episode)
  for (const { text } of [urgent, asked]) expect(text).not.toContain('Janssen')
  expect((await me.get(dossier)).status).toBe(404)

  const opened = await me.post(page, { reason })
  expect(opened.to).toBe(`${dossier}?gedaan=nood`)
  expect(await lastLine(database, client.id)).toMatchObject({ event: 'emergency', granted: true, reason })
  const shown = await me.get(opened.to ?? '')
  expect([shown.status, shown.heading]).toEqual([200, 'Jan Janssen'])
  expect(shown.text).toContain('U kijkt 30 minuten mee')
  expect((await (await as(workers.privacyOfficer)).get(paths.log)).text).toContain(reason)
  expect((await (await as(client.person)).get(paths.portalLooks)).text).toContain('nood')
})

test('the duty desk looks in the whole region too, and opens what an emergency needs', async () => {
  const me = await as(workers.dutyDesk)
  await me.post(paths.search, {
    givenName: 'Klaas',
    familyName: 'van den Berg',
    birthDate: '03-02-1980',
    everywhere: 'ja',
  })
  const known = await me.get(`${paths.search}?gevonden=ja`)
  expect(known.text).toContain('name="everywhere"')
  expect(known.text).toContain(`href="${paths.urgent}"`)
  const there = link('emergency', { clientId: clients.southern.id })
  expect((await me.get(paths.urgent)).text).toContain(there)
  expect((await me.post(there, { reason })).status).toBe(303)
})

test('also who left care is found for an emergency', async () => {
  const me = await as(workers.southern)
  await asRoot(database, (tx) =>
    sql`update care.periods set during = daterange(lower(during), '2026-11-01') where client_id = ${clients.inCare.id}`.execute(
      tx,
    ),
  )
  await me.post(paths.search, {
    givenName: 'Jan',
    familyName: 'Janssen',
    birthDate: '03-02-1980',
    everywhere: 'ja',
  })
  expect((await me.get(`${paths.search}?gevonden=ja`)).text).toContain('Was eerder bekend')
  expect((await me.get(paths.urgent)).text).toContain(page)
})

test('a reason of a word or none is not enough; what was typed stays', async () => {
  const me = await as(workers.southern)
  for (const typed of ['', 'nood', '          ']) {
    const answer = await me.post(link('emergency', { clientId: clients.neighbour.id }), { reason: typed })
    expect([answer.status, answer.wrong]).toEqual([422, ['reason']])
    expect(answer.text).toContain(typed.trim())
  }
  expect((await me.get(link('dossier', { clientId: clients.neighbour.id }))).status).toBe(404)
})

test('shielded from one person it stays closed, as for nobody; the attempt is kept', async () => {
  await asRoot(database, (tx) =>
    put(tx, 'consent.grants', word(clients.aftercare, null, false, { person_id: workers.southern.id })),
  )
  const me = await as(workers.southern)
  for (const clientId of [clients.aftercare.id, newId()]) {
    expect((await me.get(link('emergency', { clientId }))).status).toBe(200)
    expect((await me.post(link('emergency', { clientId }), { reason })).status).toBe(404)
  }
  expect(await lastLine(database, clients.aftercare.id)).toMatchObject({
    event: 'emergency',
    granted: false,
    reason,
  })
  const colleague = await as(workers.distant)
  expect(
    (await colleague.post(link('emergency', { clientId: clients.aftercare.id }), { reason })).status,
  ).toBe(303)
})

test('who has no ground for it has no such page', async () => {
  for (const person of [
    workers.secretary,
    workers.supporter,
    workers.peer,
    workers.projectLeader,
    workers.trainee,
  ]) {
    const browser = await as(person)
    expect((await browser.get(paths.urgent)).status).toBe(404)
    expect(
      (await browser.post(link('emergency', { clientId: clients.southern.id }), { reason })).status,
    ).toBe(404)
  }
})

test('whoever was looked for and is with no other team, is no circle back to the search', async () => {
  const me = await as(workers.southern)
  await me.post(paths.search, {
    givenName: 'Nie',
    familyName: 'Mand',
    birthDate: '03-02-1981',
    everywhere: 'ja',
  })
  const { text } = await me.get(paths.urgent)
  expect(text).toContain('is niemand gevonden die hierop lijkt')
  expect(text).not.toContain('Zoek eerst')
})

test('without a search there is nobody to choose', async () => {
  expect((await (await as(workers.southern)).get(paths.urgent)).text).toContain('Zoek eerst de persoon')
})
