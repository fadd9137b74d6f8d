import { afterAll, beforeAll, expect, test } from 'vitest'
import { asApp, asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { openDossier, openTeam } from '../../../../tests/support/gate.ts'
import { makeWorld, put, tokenOf, type World, word } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import type { Database } from '../../../platform/engine.ts'
import { findCaseload } from './caseload.ts'
import { findCareOverview } from './overview.ts'

let database: Database
let world: World

beforeAll(async () => {
  database = await openTestDatabase()
  world = await makeWorld(database)
  const { neighbour, left, southern } = world.clients
  await asRoot(database, async (tx) => {
    const about = {
      client_id: neighbour.id,
      organisation_id: world.organisations.vnn,
      during: '[2026-01-01,)',
    }
    await put(tx, 'care.involvements', { id: newId(), ...about })
    for (const [client, team, left_on] of [
      [left, world.teams.north, '2026-05-25'],
      [neighbour, world.teams.north, '2026-05-24'],
      [southern, world.teams.south, '2026-11-01'],
    ] as const)
      await put(tx, 'care.outflows', {
        id: newId(),
        client_id: client.id,
        team_id: team,
        left_on,
        destination: 'poh',
      })
  })
})
afterAll(() => database.close())

async function caseloadOf(who: keyof World['workers'], team = world.teams.north) {
  const ticket = await openTeam(database, await tokenOf(database, world.workers[who]), team, [])
  return asApp(database, ticket, findCaseload, 'read only')
}

test('people are counted by phase and by who cares together, each once', async () => {
  const { ggz, vnn } = world.organisations
  const caseload = await caseloadOf('projectLeader')
  expect(caseload.phases).toEqual({ referral: 1, care: 4, aftercare: 1 })
  const groups = caseload.together.map(({ organisations, people }) => [organisations.toSorted(), people])
  expect(groups).toHaveLength(2)
  expect(groups).toContainEqual([[ggz], 4])
  expect(groups).toContainEqual([[ggz, vnn].sort(), 1])
})

test('aftercare has its destination; outflow counts half a year, of the own team alone', async () => {
  const caseload = await caseloadOf('secretary')
  expect(caseload.aftercare).toEqual({ gp: 1 })
  expect(caseload.outflow).toEqual({ poh: 1 })
})

test('who is shielded from somebody is in no number of that person, so that no difference tells it', async () => {
  await asRoot(database, (tx) =>
    put(
      tx,
      'consent.grants',
      word(world.clients.inCare, null, false, { person_id: world.workers.second.id }),
    ),
  )
  expect((await caseloadOf('practitioner')).phases.care).toBe(4)
  expect((await caseloadOf('second')).phases.care).toBe(3)
})

test('without an opened list there is no number; of another team’s list there is no ticket', async () => {
  const token = await tokenOf(database, world.workers.practitioner)
  const ticket = await openDossier(database, token, world.clients.inCare.id)
  expect(await asApp(database, ticket, findCaseload, 'read only')).toEqual({
    phases: { referral: 0, care: 0, aftercare: 0 },
    together: [],
    aftercare: {},
    outflow: {},
  })
  expect(await openTeam(database, token, world.teams.south, [])).toBeNull()
})

test('the overview shows the opened client alone, and why somebody left to whom "referral" is open', async () => {
  const client = world.clients.inCare.id
  const overviewOf = async (who: keyof World['workers'], asked = client) => {
    const ticket = await openDossier(database, await tokenOf(database, world.workers[who]), client)
    return asApp(database, ticket, (tx) => findCareOverview(tx, asked), 'read only')
  }
  const seen = await overviewOf('practitioner')
  expect(seen?.periods).toMatchObject([
    { team: 'Team north', phase: 'care', from: '2021-01-01', until: null },
  ])
  expect(seen?.outflows).toHaveLength(1)
  expect(seen?.temporaryOffer).toEqual({ endsOn: '2027-01-31', talkOn: '2027-01-10', reason: 'proef' })
  const leader = await overviewOf('projectLeader')
  expect(leader?.periods).toHaveLength(1)
  expect([leader?.outflows, leader?.temporaryOffer]).toEqual([[], null])
  expect(await asRoot(database, (tx) => findCareOverview(tx, world.clients.southern.id))).toBeDefined()
  expect(await overviewOf('practitioner', world.clients.southern.id)).toBeUndefined()
})
