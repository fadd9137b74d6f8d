import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { asApp, asRoot, openTestDatabase, stateOf } from '../../../../tests/support/database.ts'
import { openDossier, openTeam } from '../../../../tests/support/gate.ts'
import { type Client, makeWorld, type Person, put, tokenOf } from '../../../../tests/support/people.ts'
import type { Day } from '../../../core/day.ts'
import { newId } from '../../../core/id.ts'
import { listAgenda } from './agenda.ts'
import { type AppointmentId, addCancellation, listAppointments, listWorkersAround } from './appointments.ts'

const database = await openTestDatabase()
const { workers, clients, teams } = await makeWorld(database)
afterAll(() => database.close())

async function planned(client: Client, startsAt = '2026-11-27T09:00:00Z'): Promise<AppointmentId> {
  const id = newId<AppointmentId>()
  const row = { id, client_id: client.id, starts_at: startsAt, minutes: 60, kind: 'visit' }
  await asRoot(database, (tx) =>
    put(tx, 'agenda.appointments', { ...row, person_id: workers.practitioner.id, about: 'de sleutel' }),
  )
  return id
}

async function seesInDossier(person: Person, client: Client, id: AppointmentId): Promise<boolean> {
  const there = await asRoot(database, (tx) => listAppointments(tx, client.id))
  expect(there.map((one) => one.id)).toContain(id)
  const ticket = await openDossier(database, await tokenOf(database, person), client.id)
  if (ticket === null) return false
  const seen = await asApp(database, ticket, (tx) => listAppointments(tx, client.id), 'read only')
  return seen.some((one) => one.id === id)
}

async function week(person: Person, team = teams.north, columns = ['agenda']) {
  const ticket = await openTeam(database, await tokenOf(database, person), team, columns)
  if (ticket === null) return null
  const list = (tx: Parameters<typeof listAgenda>[0]) =>
    listAgenda(tx, '2026-11-23' as Day, '2026-11-29' as Day)
  return asApp(database, ticket, list, 'read only')
}

test('the team, the secretariat and the client see an appointment; the duty desk and another team do not', async () => {
  const id = await planned(clients.inCare)
  for (const person of [workers.practitioner, workers.supporter, workers.secretary, clients.inCare.person])
    expect(await seesInDossier(person, clients.inCare, id)).toBe(true)
  for (const person of [workers.dutyDesk, workers.southern, workers.projectLeader, clients.neighbour.person])
    expect(await seesInDossier(person, clients.inCare, id)).toBe(false)
})

test("the agenda of a team has its clients' week, in Amsterdam, and nothing of others", async () => {
  const sunday = await planned(clients.neighbour, '2026-11-29T22:30:00Z')
  const monday = await planned(clients.neighbour, '2026-11-29T23:30:00Z')
  const south = await planned(clients.southern)
  const seen = (await week(workers.secretary))?.map((line) => line.id) ?? []
  expect(seen).toContain(sunday)
  expect(seen).not.toContain(monday)
  expect(seen).not.toContain(south)
  expect(await week(workers.southern)).toBeNull()
  expect((await week(workers.southern, teams.south))?.map((line) => line.id)).toContain(south)
})

test("who may not see appointments has none in the team's list, nor who did not ask for them", async () => {
  await planned(clients.inCare)
  expect(await week(workers.dutyDesk)).toEqual([])
  expect(await week(workers.welfare)).toEqual([])
  expect(await week(workers.practitioner, teams.north, ['identity'])).toEqual([])
  expect((await week(workers.practitioner))?.length).toBeGreaterThan(0)
})

test('a cancelled appointment stays in sight, and is cancelled once', async () => {
  const appointment = await planned(clients.inCare)
  const token = await tokenOf(database, workers.secretary)
  const of = { client: clients.inCare.id, appointment }
  for (const reason of ['ziek', 'nog eens']) {
    const ticket = await openDossier(database, token, of.client, { action: 'U' })
    await asApp(database, ticket, (tx) => addCancellation(tx, of, { cancelledFor: 'client', reason }))
  }
  const line = (await week(workers.secretary))?.find((one) => one.id === appointment)
  expect(line?.cancelledFor).toBe('client')
  const [first] = (await asRoot(database, (tx) => listAppointments(tx, of.client))).filter(
    (one) => one.id === appointment,
  )
  expect(first?.cancellation?.reason).toBe('ziek')
})

test('a client plans nothing, and nobody plans for a client who is not opened', async () => {
  const add = (client: Client) =>
    sql`insert into agenda.appointments (id, client_id, starts_at, minutes, kind, person_id)
      values (${newId()}, ${client.id}, access.now(), 30, 'visit', ${workers.practitioner.id})`
  async function stateFor(person: Person, client: Client): Promise<string> {
    const token = await tokenOf(database, person)
    const ticket = await openDossier(database, token, clients.inCare.id, { action: 'U' })
    return stateOf(asApp(database, ticket, (tx) => add(client).execute(tx)))
  }
  expect(await stateFor(workers.peer, clients.inCare)).toBe('')
  expect(await stateFor(workers.peer, clients.neighbour)).toBe('42501')
  expect(await stateFor(clients.inCare.person, clients.inCare)).toBe('42501')
})

test('around a client are the workers of the team now, and who has a part in the care', async () => {
  const around = async (person: Person) => {
    const ticket = await openDossier(database, await tokenOf(database, person), clients.inCare.id)
    const found = await asApp(database, ticket, (tx) => listWorkersAround(tx, clients.inCare.id, 'nl'))
    return found.map((one) => one.personId)
  }
  const found = await around(workers.practitioner)
  expect(found).toEqual(expect.arrayContaining([workers.supporter.id, workers.elsewhere.id]))
  for (const person of [workers.past, workers.southern, workers.secretary, workers.dutyDesk])
    expect(found).not.toContain(person.id)
  expect(await around(workers.dutyDesk)).toEqual([])
})
