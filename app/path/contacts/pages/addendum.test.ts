import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asApp, asRoot, openTestDatabase, stateOf } from '../../../../tests/support/database.ts'
import { lastLine, openDossier } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, put, tokenOf } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { link, paths } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

async function as(person: Person) {
  return app.as(await tokenOf(database, person))
}

async function reportOf(client: { id: string }) {
  const row = await asRoot(database, (tx) =>
    tx
      .selectFrom('contacts.contacts')
      .select('id')
      .where('client_id', '=', client.id)
      .executeTakeFirstOrThrow(),
  )
  return { clientId: client.id, contactId: row.id }
}

function addendaUnder(contact: string) {
  return asRoot(database, async (tx) => {
    const { rows } = await sql<{ body: string; author_id: string }>`
      select body, author_id from contacts.addenda where contact_id = ${contact} order by signed_at`.execute(
      tx,
    )
    return rows
  })
}

test('what is added stands under the report with name and time, for the team and for the client; the report stays', async () => {
  const of = await reportOf(clients.inCare)
  const me = await as(workers.practitioner)
  expect((await me.get(link('contact', of))).text).toContain(link('contactAddendum', of))
  const form = { addendum: newId(), body: 'De zus belde later nog.' }
  const answer = await me.post(link('contactAddendum', of), form)
  expect(answer.to).toBe(link('contact', of, { gedaan: 'aangevuld' }))
  expect(await lastLine(database, clients.inCare.id)).toMatchObject({ action: 'U', purpose: 'care' })
  await me.post(link('contactAddendum', of), form)
  expect((await addendaUnder(of.contactId)).filter((row) => row.body === form.body)).toEqual([
    { body: form.body, author_id: workers.practitioner.id },
  ])
  const client = await as(clients.inCare.person)
  for (const [browser, path] of [
    [me, link('contact', of)],
    [me, link('dossier', { clientId: of.clientId })],
    [client, link('contact', of)],
    [client, paths.portalStory],
  ] as const) {
    const { text } = await browser.get(path)
    expect(text, path).toContain('De zus belde later nog.')
    expect(text, path).toMatch(/Later toegevoegd door W\. practitioner, di 24 nov/)
  }
})

test('without words the form comes back', async () => {
  const of = await reportOf(clients.inCare)
  const answer = await (await as(workers.practitioner)).post(link('contactAddendum', of), {
    addendum: newId(),
    body: ' ',
  })
  expect([answer.status, answer.wrong]).toEqual([422, ['body']])
})

test('who supports someone without consent adds to an own report, and sees no other', async () => {
  const contact = newId()
  await asRoot(database, (tx) =>
    put(tx, 'contacts.contacts', {
      id: contact,
      client_id: clients.neighbour.id,
      episode_id: clients.neighbour.episode,
      happened_at: '2026-11-20T09:00:00Z',
      kind: 'visit',
      minutes: 30,
      author_id: workers.supporter.id,
      author_role: 'supporter',
      signed_at: '2026-11-20T10:00:00Z',
    }),
  )
  const supporter = await as(workers.supporter)
  const own = { clientId: clients.neighbour.id, contactId: contact }
  expect(
    (await supporter.post(link('contactAddendum', own), { addendum: newId(), body: 'Nog dit.' })).status,
  ).toBe(303)
  expect((await supporter.get(link('contact', own))).text).toContain('Nog dit.')
  const other = await reportOf(clients.inCare)
  expect((await supporter.get(link('contactAddendum', other))).status).toBe(404)
})

test("a draft, another team's report, and one of another client get nothing added; a trainee and the client add nothing", async () => {
  const [theirs, own] = [await reportOf(clients.southern), await reportOf(clients.neighbour)]
  const draft = newId()
  await asRoot(database, (tx) =>
    put(tx, 'contacts.contacts', {
      id: draft,
      client_id: clients.neighbour.id,
      happened_at: '2026-11-20T09:00:00Z',
      kind: 'visit',
      minutes: 30,
      author_id: workers.practitioner.id,
      author_role: 'practitioner',
    }),
  )
  const sent = () => ({ addendum: newId(), body: 'Mag niet.' })
  for (const [person, of] of [
    [workers.practitioner, theirs],
    [workers.practitioner, { ...own, contactId: theirs.contactId }],
    [workers.practitioner, { ...own, contactId: draft }],
    [workers.trainee, own],
    [clients.neighbour.person, own],
  ] as const)
    expect((await (await as(person)).post(link('contactAddendum', of), sent())).status).toBe(404)
  for (const contact of [theirs.contactId, draft, own.contactId])
    expect((await addendaUnder(contact)).map((row) => row.body)).not.toContain('Mag niet.')
})

test('a shielded report takes its additions and the note with it, also for who asks for the rows themselves', async () => {
  const of = await reportOf(clients.aftercare)
  const counted = async () => {
    const ticket = await openDossier(database, await tokenOf(database, workers.second), of.clientId)
    return asApp(database, ticket, async (tx) => {
      const { rows } = await sql<{ n: number }>`select (select count(*) from contacts.addenda)::int
        + (select count(*) from contacts.notes)::int as n`.execute(tx)
      return rows[0]?.n
    })
  }
  expect(await counted()).toBe(2)
  await asRoot(database, (tx) =>
    put(tx, 'consent.shielded_rows', {
      id: newId(),
      client_id: of.clientId,
      row_id: of.contactId,
      person_id: workers.second.id,
      during: '[2026-01-01,)',
    }),
  )
  expect(await counted()).toBe(0)
})

test('nothing that was added is changed', async () => {
  const ticket = await openDossier(
    database,
    await tokenOf(database, workers.practitioner),
    clients.inCare.id,
    { action: 'U' },
  )
  const attempt = asApp(database, ticket, (tx) =>
    sql`update contacts.addenda set body = 'anders'`.execute(tx),
  )
  expect(await stateOf(attempt)).toBe('42501')
})
