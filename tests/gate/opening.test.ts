import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { type ClientId, newId } from '../../app/core/id.ts'
import { always } from '../support/clock.ts'
import { asApp, asRoot, openTestDatabase, stateOf } from '../support/database.ts'
import { ask, clientsIn, lastLine, lines, openDossier, probes, seen, seenIn } from '../support/gate.ts'
import { makeWorld, put, tokenOf, word } from '../support/people.ts'

const database = await openTestDatabase()
const world = await makeWorld(database)
const { workers, clients } = world
const practitioner = await tokenOf(database, workers.practitioner)
afterAll(() => database.close())

const everything = Object.keys(probes).sort()
const allButConfidence = everything.filter((section) => section !== 'in-confidence')

/** The proof that a refusal refuses something: root does see this client's rows. */
async function mustExist(client: ClientId) {
  expect(await asRoot(database, (tx) => seenIn(tx, client))).toEqual(everything)
}

test('without a ticket nobody has rows, though root sees them', async () => {
  expect(await asRoot(database, (tx) => seenIn(tx))).toEqual(everything)
  expect(await seen(database, null)).toEqual([])
})

test('a token that is bad, empty or missing opens nothing: 28000', async () => {
  for (const token of ['nope', '', null])
    expect(await stateOf(openDossier(database, token, clients.inCare.id))).toBe('28000')
})

test('a page without clients knows who asks, in a reading transaction, and sees no client', async () => {
  const ticket = await ask(database, sql`access.enter_only(${practitioner})`)
  const actor = await asApp(
    database,
    ticket,
    async (tx) => {
      const { rows } = await sql<{ actor: string }>`select access.actor() as actor`.execute(tx)
      return rows[0]?.actor
    },
    'read only',
  )
  expect(actor).toBe(workers.practitioner.id)
  expect(await seen(database, ticket)).toEqual([])
})

test('a practitioner of the team opens the dossier, with a full line in the log', async () => {
  const ticket = await openDossier(database, practitioner, clients.inCare.id)
  expect(await seen(database, ticket, clients.inCare.id)).toEqual(everything)
  const line = await lastLine(database, clients.inCare.id)
  expect(line).toMatchObject({
    event: 'dossier',
    action: 'R',
    granted: true,
    person_id: workers.practitioner.id,
    role: 'practitioner',
    organisation_id: world.organisations.ggz,
    purpose: 'care',
    basis: ['BW 7:457 lid 2'],
    writes: [],
    reason: null,
  })
  expect(line.sections).toEqual([...line.sections].sort())
  expect(line.sections).toContain('treatment')
  expect(line.moment.toISOString()).toBe('2026-11-24T09:00:00.000Z')
})

test('an opening shows the opened client alone', async () => {
  const ticket = await openDossier(database, practitioner, clients.inCare.id)
  for (const table of Object.values(probes))
    expect(await asApp(database, ticket, (tx) => clientsIn(tx, table))).toEqual([clients.inCare.id])
})

test('another team, a client out of care, an unknown id: null, and a line that says refused', async () => {
  const stranger = newId<ClientId>()
  for (const [worker, client] of [
    [workers.southern, clients.inCare.id],
    [workers.distant, clients.inCare.id],
    [workers.practitioner, clients.left.id],
    [workers.practitioner, clients.southern.id],
    [workers.practitioner, clients.distant.id],
    [workers.practitioner, stranger],
  ] as const) {
    if (client !== stranger) await mustExist(client)
    expect(await openDossier(database, await tokenOf(database, worker), client)).toBeNull()
    expect(await lastLine(database, client)).toMatchObject({
      granted: false,
      sections: [],
      writes: [],
      person_id: worker.id,
    })
  }
})

test('who is only referred is known by what a referral needs, no more', async () => {
  await mustExist(clients.referred.id)
  const asPractitioner = await openDossier(database, practitioner, clients.referred.id)
  expect(await seen(database, asPractitioner)).toEqual([
    'agenda',
    'identity',
    'list',
    'referral',
    'relatives',
    'reports',
  ])
  expect((await lastLine(database, clients.referred.id)).sections).not.toContain('plan')
  const supporter = await tokenOf(database, workers.supporter)
  const asSupporter = await openDossier(database, supporter, clients.referred.id)
  expect(await seen(database, asSupporter)).toEqual(['agenda', 'identity', 'list', 'referral'])
  expect((await lastLine(database, clients.referred.id)).sections).not.toContain('plan')
})

test('aftercare is care', async () => {
  const ticket = await openDossier(database, practitioner, clients.aftercare.id)
  expect(await seen(database, ticket)).toEqual(everything)
  expect((await lastLine(database, clients.aftercare.id)).sections).toContain('treatment')
})

test('a named part opens the dossier for who works elsewhere, until the post ends', async () => {
  const token = await tokenOf(database, workers.elsewhere)
  expect(await openDossier(database, token, clients.inCare.id)).not.toBeNull()
  expect(await openDossier(database, token, clients.neighbour.id)).toBeNull()
  await asRoot(database, (tx) =>
    sql`update staff.memberships set during = daterange('2021-01-01', '2026-11-24') where person_id = ${workers.elsewhere.id}`.execute(
      tx,
    ),
  )
  expect(await stateOf(openDossier(database, token, clients.inCare.id))).toBe('28000')
})

test('no agreement, or one that ended, beats care relation and consent', async () => {
  await mustExist(clients.inCare.id)
  for (const worker of [workers.unsigned, workers.lapsed]) {
    const token = await tokenOf(database, worker)
    expect(await openDossier(database, token, clients.inCare.id)).toBeNull()
    await asRoot(database, (tx) =>
      put(tx, 'consent.grants', word(clients.inCare, null, true, { person_id: worker.id })),
    )
    expect(await openDossier(database, token, clients.inCare.id)).toBeNull()
  }
  await asRoot(database, (tx) =>
    put(tx, 'staff.agreements', {
      id: newId(),
      organisation_id: world.organisations.unsigned,
      during: always,
    }),
  )
  expect(
    await openDossier(database, await tokenOf(database, workers.unsigned), clients.inCare.id),
  ).not.toBeNull()
})

test('the client reads the own dossier, but not what relatives told in confidence, nor somebody else', async () => {
  const token = await tokenOf(database, clients.inCare.person)
  const ticket = await openDossier(database, token, clients.inCare.id, { purpose: 'own' })
  expect(await seen(database, ticket)).toEqual(allButConfidence)
  await mustExist(clients.neighbour.id)
  expect(await openDossier(database, token, clients.neighbour.id, { purpose: 'own' })).toBeNull()
})

test('after care ended the client still reads the own dossier', async () => {
  const token = await tokenOf(database, clients.left.person)
  expect(
    await seen(database, await openDossier(database, token, clients.left.id, { purpose: 'own' })),
  ).toEqual(allButConfidence)
})

test('a relative sees what the client consented to, and writes nothing', async () => {
  const token = await tokenOf(database, clients.neighbour.relative)
  const open = (action: 'R' | 'U') =>
    openDossier(database, token, clients.neighbour.id, { purpose: 'own', action })
  await mustExist(clients.neighbour.id)
  expect(await open('R')).toBeNull()
  await asRoot(database, (tx) =>
    put(
      tx,
      'consent.grants',
      word(clients.neighbour, 'reports', true, { person_id: clients.neighbour.relative.id }),
    ),
  )
  expect(await seen(database, await open('R'))).toEqual(['list', 'reports'])
  const ticket = await open('U')
  expect((await lastLine(database, clients.neighbour.id)).writes).toEqual([])
  const attempt = asApp(database, ticket, (tx) =>
    put(tx, 'clients.relatives', { id: newId(), client_id: clients.neighbour.id, name: 'x', relation: 'x' }),
  )
  expect(await stateOf(attempt)).toBe('42501')
})

test.for([
  ['care', 'mentor', ['agenda', 'identity', 'list', 'measures', 'referral', 'reports']],
  ['both', 'curator', ['agenda', 'identity', 'list', 'measures', 'referral', 'reports']],
  ['money', 'bewindvoerder', ['identity', 'list']],
] as const)('who represents for %s (%s) sees that and no more', async ([scope, kind, sections]) => {
  await asRoot(database, (tx) =>
    sql`update clients.representatives set scope = ${scope}, kind = ${kind} where client_id = ${clients.inCare.id}`.execute(
      tx,
    ),
  )
  await mustExist(clients.inCare.id)
  const token = await tokenOf(database, clients.inCare.representative)
  const ticket = await openDossier(database, token, clients.inCare.id, { purpose: 'own' })
  expect(await seen(database, ticket)).toEqual(sections)
})

test('representation that ended opens nothing', async () => {
  await asRoot(database, (tx) =>
    sql`update clients.representatives set during = '[2021-01-01,2026-11-24)' where client_id = ${clients.southern.id}`.execute(
      tx,
    ),
  )
  const token = await tokenOf(database, clients.southern.representative)
  expect(await openDossier(database, token, clients.southern.id, { purpose: 'own' })).toBeNull()
})

test('after death, when the client had refused, only the treating team and no consent opens', async () => {
  await asRoot(database, async (tx) => {
    await put(tx, 'consent.grants', word(clients.dead, null, true, { person_id: clients.dead.relative.id }))
    await put(
      tx,
      'consent.grants',
      word(clients.dead, null, true, { organisation_id: world.organisations.welfare }),
    )
    await put(
      tx,
      'consent.grants',
      word(clients.dead, null, true, { organisation_id: world.organisations.living }),
    )
  })
  await mustExist(clients.dead.id)
  const open = async (person: Parameters<typeof tokenOf>[1], reason: string | null = null) =>
    openDossier(database, await tokenOf(database, person), clients.dead.id, { reason })
  for (const person of [clients.dead.relative, clients.dead.representative, workers.welfare])
    expect(await open(person)).toBeNull()
  expect(await open(workers.southern, 'een dringende vraag na overlijden')).toBeNull()
  expect(await open(workers.practitioner)).not.toBeNull()
  expect(await open(workers.supporter)).not.toBeNull()
  // By law only: no longer what consent alone would show.
  expect((await lastLine(database, clients.dead.id)).sections).not.toContain('reports')
  await asRoot(database, (tx) => sql`delete from consent.after_death_refusals`.execute(tx))
  expect(await open(clients.dead.relative)).not.toBeNull()
})

test('two dossiers in one request; another person may not join it, a refused third adds nothing', async () => {
  const first = await openDossier(database, practitioner, clients.inCare.id)
  const second = await openDossier(database, practitioner, clients.neighbour.id, { ticket: first })
  const both = [clients.inCare.id, clients.neighbour.id].sort()
  for (const ticket of [first, second])
    expect((await asApp(database, ticket, (tx) => clientsIn(tx, probes.reports))).sort()).toEqual(both)
  expect(await openDossier(database, practitioner, clients.southern.id, { ticket: first })).toBeNull()
  expect((await asApp(database, first, (tx) => clientsIn(tx, probes.reports))).sort()).toEqual(both)
  const southern = await tokenOf(database, workers.southern)
  expect(await stateOf(openDossier(database, southern, clients.southern.id, { ticket: first }))).toBe('28000')
})

test('a new dossier of two clients does not open them in another request', async () => {
  await openDossier(database, practitioner, clients.inCare.id)
  const ticket = await openDossier(database, practitioner, clients.neighbour.id)
  expect(await asApp(database, ticket, (tx) => clientsIn(tx, probes.reports))).toEqual([clients.neighbour.id])
})

function openMany(ids: string[]) {
  return ask(database, sql`access.open_many(${practitioner}, ${ids}::uuid[], 'import')`)
}

test('many at once: one refusal refuses all, and every client has a line', async () => {
  expect(await openMany([clients.inCare.id, clients.southern.id])).toBeNull()
  const refused = await lines(database, sql`event = 'many'`)
  expect(refused.map((line) => [line.granted, line.sections])).toEqual([
    [false, []],
    [false, []],
  ])
})

test('many at once: repeated ids count once; more than a thousand is refused', async () => {
  const ticket = await openMany([clients.inCare.id, clients.neighbour.id, clients.inCare.id])
  expect(await asApp(database, ticket, (tx) => clientsIn(tx, probes.reports))).toHaveLength(2)
  expect(await lines(database, sql`event = 'many' and granted`)).toHaveLength(2)
  expect(await stateOf(openMany(Array.from({ length: 1001 }, () => newId())))).toBe('22023')
})

test('a purpose that is none of the known ones opens nothing', async () => {
  expect(
    await stateOf(openDossier(database, practitioner, clients.inCare.id, { purpose: 'curiosity' })),
  ).toBe('23514')
})
