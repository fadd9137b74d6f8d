import { afterAll, beforeAll, expect, test } from 'vitest'
import { asApp, asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { openTeam } from '../../../../tests/support/gate.ts'
import { type Client, makeWorld, put, tokenOf, type World, word } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import type { Database } from '../../../platform/engine.ts'
import { listBoard } from './board.ts'
import { findInflow } from './inflow.ts'

let database: Database
let world: World
const columns = ['referral', 'measures', 'reports']

beforeAll(async () => {
  database = await openTestDatabase()
  world = await makeWorld(database)
  const { inCare, neighbour } = world.clients
  const talks = [
    [inCare, 3, '2026-03-01'],
    [inCare, 2, '2026-05-01'],
    [inCare, 2, '2026-09-01'],
    [neighbour, 2, '2026-10-01'],
  ] as const
  await asRoot(database, async (tx) => {
    for (const [client, phase, talked_on] of talks)
      await put(tx, 'instruments.phases', { ...about(client), phase, talked_on })
    const contact = {
      kind: 'visit',
      minutes: 30,
      author_role: 'practitioner',
      organisation_id: world.organisations.ggz,
    }
    const by = world.workers.practitioner.id
    const at = { happened_at: '2026-11-20T09:00:00Z', author_id: by }
    await put(tx, 'contacts.contacts', {
      ...about(neighbour),
      ...contact,
      ...at,
      signed_at: '2026-11-20T10:00:00Z',
    })
    await put(tx, 'contacts.contacts', { ...about(inCare), ...contact, ...at })
    const involved = { organisation_id: world.organisations.vnn, during: '[2026-01-01,)' }
    await put(tx, 'care.involvements', { ...about(inCare), ...involved })
    await put(tx, 'care.involvements', {
      ...about(inCare),
      ...involved,
      organisation_id: world.organisations.welfare,
    })
    await put(tx, 'care.involvements', {
      ...about(neighbour),
      ...involved,
      organisation_id: world.organisations.welfare,
    })
  })
})
afterAll(() => database.close())

const about = (client: Client) => ({ id: newId(), client_id: client.id, episode_id: client.episode })

async function boardOf(who: keyof World['workers'], team = world.teams.north) {
  const ticket = await openTeam(database, await tokenOf(database, world.workers[who]), team, columns)
  return asApp(database, ticket, listBoard, 'read only')
}

async function lineOf(who: keyof World['workers'], client: Client) {
  return (await boardOf(who)).find((line) => line.clientId === client.id)
}

test('who is in care or aftercare stands on the board once; who is referred, left or elsewhere does not', async () => {
  const { inCare, neighbour, aftercare, returned, dead } = world.clients
  const ids = (await boardOf('practitioner')).map(({ clientId }) => clientId)
  expect(ids.toSorted()).toEqual([inCare, neighbour, aftercare, returned, dead].map(({ id }) => id).sort())
})

test('a phase counts from the first talk that named it since another phase', async () => {
  expect(await lineOf('practitioner', world.clients.inCare)).toMatchObject({
    phase: 2,
    phaseSince: '2026-05-01',
    previousPhase: 3,
  })
  expect(await lineOf('practitioner', world.clients.neighbour)).toMatchObject({
    phase: 2,
    phaseSince: '2021-03-01',
    previousPhase: null,
  })
})

test('organisations are counted with welfare, shared without', async () => {
  const { inCare, neighbour } = world.clients
  expect(await lineOf('practitioner', inCare)).toMatchObject({ organisations: 3, shared: true })
  expect(await lineOf('practitioner', neighbour)).toMatchObject({ organisations: 2, shared: false })
})

test('a draft is no contact yet; mine is a part today, or the last contact', async () => {
  const { inCare, neighbour } = world.clients
  expect(await lineOf('practitioner', inCare)).toMatchObject({ lastContactOn: '2021-03-01', mine: false })
  expect(await lineOf('practitioner', neighbour)).toMatchObject({ lastContactOn: '2026-11-20', mine: true })
  expect(await lineOf('second', neighbour)).toMatchObject({ mine: false })
  expect(await lineOf('second', inCare)).toMatchObject({ mine: true })
})

test('each column only to whom its section is open, and "sees" says which', async () => {
  const { inCare } = world.clients
  const full = await lineOf('practitioner', inCare)
  expect(full).toMatchObject({ seesPhases: true, seesContacts: true, endsOn: '2027-01-31', ownQuestion: '' })
  for (const who of ['projectLeader', 'supporter'] as const)
    expect(await lineOf(who, inCare)).toMatchObject({
      givenName: 'Jan',
      phase: null,
      phaseSince: null,
      previousPhase: null,
      lastContactOn: null,
      seesPhases: false,
      seesContacts: false,
    })
  expect(await lineOf('projectLeader', inCare)).toMatchObject({ ownQuestion: null, endsOn: null })
})

test('the client’s word opens and closes single columns', async () => {
  const { inCare, neighbour } = world.clients
  const living = { organisation_id: world.organisations.living }
  await asRoot(database, async (tx) => {
    await put(tx, 'consent.grants', word(inCare, 'measures', true, living))
    await put(tx, 'consent.grants', word(neighbour, 'reports', false, { person_id: world.workers.second.id }))
    await put(tx, 'consent.grants', word(neighbour, null, false, { person_id: world.workers.peer.id }))
  })
  expect(await lineOf('supporter', inCare)).toMatchObject({ phase: 2, seesPhases: true, seesContacts: false })
  expect(await lineOf('second', neighbour)).toMatchObject({
    phase: 2,
    lastContactOn: null,
    seesContacts: false,
  })
  expect(await lineOf('peer', neighbour)).toBeUndefined()
})

test('rows of an earlier, closed episode and shielded rows stay out', async () => {
  const { returned, aftercare } = world.clients
  expect(await lineOf('practitioner', returned)).toMatchObject({
    phase: null,
    lastContactOn: null,
    ownQuestion: null,
  })
  expect(await lineOf('practitioner', aftercare)).toMatchObject({
    phase: 2,
    lastContactOn: '2021-03-01',
    organisations: 1,
  })
  await asRoot(database, async (tx) => {
    for (const table of ['instruments.phases', 'contacts.contacts', 'care.involvements'] as const) {
      const rows = await tx.selectFrom(table).select('id').where('client_id', '=', aftercare.id).execute()
      for (const { id } of rows)
        await put(tx, 'consent.shielded_rows', {
          id: newId(),
          client_id: aftercare.id,
          row_id: id,
          person_id: world.workers.practitioner.id,
          during: '[2026-01-01,)',
        })
    }
  })
  expect(await lineOf('practitioner', aftercare)).toMatchObject({
    phase: null,
    lastContactOn: null,
    organisations: 0,
  })
  expect(await lineOf('second', aftercare)).toMatchObject({ phase: 2, organisations: 1 })
})

test('inflow counts the rows of inbox and waiting list, and half a year of referrers', async () => {
  await asRoot(database, async (tx) => {
    const { referred } = world.clients
    for (const [source, received_on] of [
      ['oggz', '2026-11-01'],
      ['gp', '2026-05-24'],
    ] as const)
      await put(tx, 'referral.referrals', {
        ...about(referred),
        team_id: world.teams.north,
        received_on,
        source,
      })
  })
  const ticket = await openTeam(
    database,
    await tokenOf(database, world.workers.secretary),
    world.teams.north,
    [],
  )
  expect(await asApp(database, ticket, findInflow, 'read only')).toEqual({
    toTriage: 1,
    waiting: 1,
    sources: { oggz: 1 },
  })
})

test('another team’s board has no ticket', async () => {
  const token = await tokenOf(database, world.workers.practitioner)
  expect(await openTeam(database, token, world.teams.south, columns)).toBeNull()
  expect(await asApp(database, null, (tx) => listBoard(tx), 'read only')).toEqual([])
})
