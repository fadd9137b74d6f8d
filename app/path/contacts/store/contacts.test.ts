import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { asApp, asRoot, openTestDatabase, stateOf } from '../../../../tests/support/database.ts'
import { openDossier, openTeam } from '../../../../tests/support/gate.ts'
import { type Client, makeWorld, type Person, put, tokenOf, word } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { type ContactId, listContacts } from './contacts.ts'
import { listUnsigned } from './unsigned.ts'

const database = await openTestDatabase()
const world = await makeWorld(database)
const { workers, clients, organisations, teams } = world
const { inCare, neighbour, southern } = clients
afterAll(() => database.close())

type Row = { author?: Person; signed?: boolean; client?: Client }

async function written({ author = workers.second, signed = true, client = inCare }: Row): Promise<ContactId> {
  const id = newId<ContactId>()
  await asRoot(database, (tx) =>
    put(tx, 'contacts.contacts', {
      id,
      client_id: client.id,
      happened_at: '2026-11-20T09:00:00Z',
      kind: 'visit',
      minutes: 30,
      report: 'Zoals het ging.',
      author_id: author.id,
      author_role: author.role,
      organisation_id: author.organisation,
      signed_at: signed ? '2026-11-20T10:00:00Z' : null,
    }),
  )
  return id
}

async function ticketOf(person: Person, action: 'R' | 'U' = 'R', client = inCare): Promise<string | null> {
  return openDossier(database, await tokenOf(database, person), client.id, { action })
}

async function sees(person: Person, id: ContactId, client = inCare): Promise<boolean> {
  const exists = await asRoot(database, (tx) => listContacts(tx, client.id))
  expect(exists.map((one) => one.id)).toContain(id)
  const ticket = await ticketOf(person, 'R', client)
  if (ticket === null) return false
  const seen = await asApp(database, ticket, (tx) => listContacts(tx, client.id), 'read only')
  return seen.some((one) => one.id === id)
}

async function attempt(person: Person, statement: ReturnType<typeof sql>): Promise<string | number> {
  const ticket = await ticketOf(person, 'U')
  let changed = 0
  const state = await stateOf(
    asApp(database, ticket, async (tx) => {
      changed = Number((await statement.execute(tx)).numAffectedRows ?? 0n)
    }),
  )
  return state || changed
}

test('a signed report is for the team and the client, not for the duty desk, the secretariat or another team', async () => {
  const id = await written({})
  expect(await sees(workers.practitioner, id)).toBe(true)
  expect(await sees(workers.trainee, id)).toBe(true)
  expect(await sees(inCare.person, id)).toBe(true)
  for (const person of [workers.dutyDesk, workers.secretary, workers.southern, neighbour.person])
    expect(await sees(person, id)).toBe(false)
})

test("a draft is its writer's alone", async () => {
  const id = await written({ author: workers.practitioner, signed: false })
  expect(await sees(workers.practitioner, id)).toBe(true)
  for (const person of [workers.second, inCare.person, inCare.representative, workers.trainee])
    expect(await sees(person, id)).toBe(false)
})

test("a trainee's report reaches the client after a practitioner co-signed it", async () => {
  const id = await written({ author: workers.trainee })
  expect(await sees(workers.practitioner, id)).toBe(true)
  expect(await sees(inCare.person, id)).toBe(false)
  const cosign = (who: Person) =>
    sql`update contacts.contacts set cosigned_by = ${who.id}, cosigned_at = access.now() where id = ${id}`
  expect(await attempt(workers.trainee, cosign(workers.trainee))).toBe('42501')
  expect(await attempt(workers.practitioner, cosign(workers.second))).toBe('42501')
  expect(await attempt(workers.practitioner, cosign(workers.practitioner))).toBe(1)
  expect(await sees(inCare.person, id)).toBe(true)
})

test("without the client's consent a supporter sees the own reports only; with it, those of others", async () => {
  const own = await written({ author: workers.supporter, client: neighbour })
  const other = await written({ client: neighbour })
  expect(await sees(workers.supporter, own, neighbour)).toBe(true)
  expect(await sees(workers.supporter, other, neighbour)).toBe(false)
  await asRoot(database, (tx) =>
    put(tx, 'consent.grants', word(neighbour, 'reports', true, { organisation_id: organisations.living })),
  )
  expect(await sees(workers.supporter, other, neighbour)).toBe(true)
})

test('a supporter may write without that consent, in the own name only', async () => {
  const add = (extra = sql``, values = sql``) =>
    sql`insert into contacts.contacts (id, client_id, happened_at, kind, minutes ${extra}) values (${newId()}, ${inCare.id}, access.now(), 'visit', 30 ${values})`
  expect(await attempt(workers.supporter, add())).toBe(1)
  expect(await attempt(workers.supporter, add(sql`, author_id`, sql`, ${workers.second.id}`))).toBe('42501')
  expect(await attempt(inCare.person, add())).toBe('42501')
  expect(await attempt(workers.dutyDesk, add())).toBe('42501')
})

test('a signed report cannot be changed: not by its writer, a colleague, with a co-signature, or by root', async () => {
  const own = await written({ author: workers.practitioner })
  const trainees = await written({ author: workers.trainee })
  const change = (id: ContactId) => sql`update contacts.contacts set report = 'Anders.' where id = ${id}`
  expect(await attempt(workers.practitioner, change(own))).toBe(0)
  expect(await attempt(workers.second, change(own))).toBe(0)
  expect(await attempt(workers.practitioner, change(trainees))).toBe('42501')
  expect(
    await attempt(workers.trainee, sql`update contacts.contacts set signed_at = null where id = ${trainees}`),
  ).toBe('42501')
  expect(
    await attempt(
      workers.practitioner,
      sql`update contacts.contacts set report = 'Anders.', cosigned_by = ${workers.practitioner.id}, cosigned_at = access.now() where id = ${trainees}`,
    ),
  ).toBe('42501')
  expect(await stateOf(asRoot(database, (tx) => change(own).execute(tx)))).toBe('42501')
  const reports = await asRoot(database, (tx) => listContacts(tx, inCare.id))
  expect(reports.filter((one) => one.id === own || one.id === trainees).map((one) => one.report)).toEqual([
    'Zoals het ging.',
    'Zoals het ging.',
  ])
})

test("nobody changes a colleague's draft, also without naming it", async () => {
  const id = await written({ author: workers.second, signed: false })
  await attempt(workers.practitioner, sql`update contacts.contacts set minutes = 599`)
  const [draft] = (await asRoot(database, (tx) => listContacts(tx, inCare.id))).filter((one) => one.id === id)
  expect(draft?.minutes).toBe(30)
})

test("what waits for a signature: one's own drafts, and for a practitioner the reports of trainees", async () => {
  const draft = await written({ author: workers.addiction, signed: false })
  const trainees = await written({ author: workers.trainee, client: neighbour })
  const elsewhere = await written({ author: workers.addiction, signed: false, client: southern })
  async function waiting(person: Person) {
    const token = await tokenOf(database, person)
    const ticket = await openTeam(database, token, teams.north, ['reports', 'own-reports'])
    return (await asApp(database, ticket, listUnsigned, 'read only')).map((one) => one.contactId)
  }
  expect(await waiting(workers.addiction)).toEqual(expect.arrayContaining([draft, trainees]))
  expect(await waiting(workers.addiction)).not.toContain(elsewhere)
  expect(await waiting(workers.second)).not.toContain(draft)
  expect(await waiting(workers.trainee)).not.toContain(trainees)
  const supporters = await written({ author: workers.supporter, signed: false })
  expect(await waiting(workers.supporter)).toEqual(expect.arrayContaining([supporters]))
  expect(await waiting(workers.supporter)).not.toContain(trainees)
})
