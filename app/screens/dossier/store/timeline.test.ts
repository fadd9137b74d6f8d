import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { asApp, asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { ask, openDossier } from '../../../../tests/support/gate.ts'
import { type Client, makeWorld, type Person, put, tokenOf } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { DossierEvent } from '../rules/event.ts'
import { listEvents, listKeyEvents, type Part } from './timeline.ts'

const database = await openTestDatabase()
const moment = new Date('2026-11-24T09:00:00Z')
const { workers, clients, organisations } = await makeWorld(database)
afterAll(() => database.close())

const everything = [
  ['agenda.intake', 'agenda.visit', 'care.outflow', 'care.period', 'care.temporary-offer', 'contacts.visit'],
  ['documents.file', 'instruments.phase', 'referral.advice-talk', 'referral.early-contact'],
  [
    'referral.intake-report',
    'referral.promise',
    'referral.received',
    'referral.return-talk',
    'referral.triage',
  ],
  ['referral.wmo-contact'],
].flat()

async function storyOf(person: Person, client: Client, purpose = 'care', part: Part = { limit: 100 }) {
  const ticket = await openDossier(database, await tokenOf(database, person), client.id, { purpose })
  return asApp(database, ticket, (tx) => listEvents(tx, client.id, part), 'read only')
}
const kindsOf = (events: DossierEvent[]) => events.map(({ kind }) => kind).sort()

function addContact(client: Client, over: Record<string, unknown>) {
  const row = {
    id: newId(),
    client_id: client.id,
    episode_id: client.episode,
    happened_at: '2026-11-20T10:00:00Z',
    kind: 'phone',
    minutes: 15,
    author_id: workers.practitioner.id,
    author_role: 'practitioner',
    organisation_id: organisations.ggz,
    signed_at: '2026-11-20T11:00:00Z',
    ...over,
  }
  return asRoot(database, (tx) => put(tx, 'contacts.contacts', row))
}

test('whoever treats the client has the whole story, the newest first', async () => {
  const events = await storyOf(workers.practitioner, clients.inCare)
  expect(kindsOf(events)).toEqual(everything)
  const times = events.map(({ at }) => at.getTime())
  expect(times).toEqual([...times].sort((a, b) => b - a))
})

test('a report carries the names of its writer and organisation, and the note of the client', async () => {
  const contact = (await storyOf(workers.practitioner, clients.inCare)).find(
    (e) => e.kind === 'contacts.visit',
  )
  expect(contact).toMatchObject({
    person: 'W. practitioner',
    organisation: 'ggz',
    body: { minutes: 45, note: { body: 'Zo zie ik het ook.' } },
  })
})

test('the client reads the same story, without drafts of others', async () => {
  await addContact(clients.neighbour, { signed_at: null, report: 'concept' })
  expect(await storyOf(workers.practitioner, clients.neighbour)).toHaveLength(everything.length + 1)
  expect(kindsOf(await storyOf(clients.neighbour.person, clients.neighbour, 'own'))).toEqual(everything)
})

test('who sees only referrals has that part of the story', async () => {
  const kinds = kindsOf(await storyOf(workers.secretary, clients.inCare))
  expect(kinds).toContain('referral.received')
  expect(kinds).toContain('agenda.visit')
  expect(kinds.some((kind) => kind.startsWith('contacts.') || kind === 'referral.intake-report')).toBe(false)
})

test('the story of a closed episode is not there for the team, and is for the client', async () => {
  const team = kindsOf(await storyOf(workers.practitioner, clients.returned))
  expect(team).not.toContain('contacts.visit')
  expect(kindsOf(await storyOf(clients.returned.person, clients.returned, 'own'))).toContain('contacts.visit')
})

test('without an opening there is no story', async () => {
  const token = await tokenOf(database, workers.practitioner)
  const ticket = await ask(database, sql`access.enter_only(${token})`)
  const { id } = clients.inCare
  expect(await asApp(database, ticket, (tx) => listEvents(tx, id, { limit: 9 }), 'read only')).toEqual([])
})

test('a story comes in pages: nothing twice, nothing left out', async () => {
  const page = (before?: DossierEvent) =>
    storyOf(workers.practitioner, clients.inCare, 'care', { limit: 5, before })
  const all: DossierEvent[] = []
  for (let events = await page(); events.length > 0; events = await page(all.at(-1))) all.push(...events)
  expect(kindsOf(all)).toEqual(everything)
})

test('kinds can be asked for', async () => {
  const part = { limit: 9, kinds: ['instruments.phase', 'documents.file'] as const }
  const kinds = kindsOf(await storyOf(workers.practitioner, clients.inCare, 'care', part))
  expect(kinds).toEqual(['documents.file', 'instruments.phase'])
})

test('what stands beside the story is never more than the story that is open', async () => {
  await asRoot(database, (tx) =>
    put(tx, 'agenda.appointments', {
      ...{ id: newId(), client_id: clients.inCare.id, episode_id: clients.inCare.episode, kind: 'office' },
      ...{ starts_at: '2026-12-01T09:00:00Z', minutes: 30, person_id: workers.second.id },
    }),
  )
  const { practitioner, secretary, dutyDesk, welfare, southern } = workers
  const seen: Record<string, string[]> = {}
  for (const [name, person] of Object.entries({ practitioner, secretary, dutyDesk, welfare })) {
    const ticket = await openDossier(database, await tokenOf(database, person), clients.inCare.id)
    const key = await asApp(
      database,
      ticket,
      (tx) => listKeyEvents(tx, clients.inCare.id, moment),
      'read only',
    )
    const story = (await storyOf(person, clients.inCare)).map(({ rowId }) => rowId)
    expect(key.filter(({ rowId }) => !story.includes(rowId))).toEqual([])
    seen[name] = kindsOf(key)
  }
  expect(seen.practitioner).toEqual(['agenda.office', 'instruments.phase', 'referral.received'])
  expect(seen.dutyDesk).not.toContain('agenda.office')
  const elsewhere = await openDossier(database, await tokenOf(database, southern), clients.southern.id)
  const theirs = (tx: Tx) => listKeyEvents(tx, clients.inCare.id, moment)
  expect(await asApp(database, elsewhere, theirs, 'read only')).toEqual([])
})

test('five hundred contacts are one page away: every table is reached by its client', async () => {
  const { rows } = await asRoot(database, (tx) =>
    sql<{ line: string }>`
      select x as line from unnest(array['contacts.contacts', 'agenda.appointments', 'referral.referrals']) x
      where not exists (select from pg_indexes i where i.schemaname || '.' || i.tablename = x and i.indexdef like '%(client_id%')`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([])
  const ticket = await openDossier(database, await tokenOf(database, workers.practitioner), clients.inCare.id)
  const plan = await asApp(database, ticket, async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    const explained = await sql<{
      'QUERY PLAN': string
    }>`explain (costs off) select * from dossier.public_timeline where client_id = ${clients.inCare.id}`.execute(
      tx,
    )
    return explained.rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).not.toMatch(/Seq Scan/)
})
