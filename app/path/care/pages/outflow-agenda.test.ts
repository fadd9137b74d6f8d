import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openApp, plain } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { type Client, makeWorld, type Person, put, tokenOf } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { link, paths } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients, teams } = await makeWorld(database)
const app = openApp(database)
const practitioner = app.as(await tokenOf(database, workers.practitioner))
afterAll(() => database.close())

const leaving = {
  leftOn: '25-11-2026',
  destination: 'gp',
  reason: 'Samen afgesloten.',
  ownWords: '',
  aftercare: 'no',
}

async function meet(client: Client, startsAt: string, { id }: Person = workers.practitioner) {
  const appointment = newId()
  await asRoot(database, (tx) =>
    put(tx, 'agenda.appointments', {
      id: appointment,
      client_id: client.id,
      starts_at: startsAt,
      minutes: 60,
      kind: 'visit',
      place: 'thuis',
      person_id: id,
    }),
  )
  return appointment
}

/** Of these appointments, those that were called off, with why. */
async function calledOff(appointments: string[]) {
  const { rows } = await asRoot(database, (tx) =>
    sql<{ appointment_id: string; cause: string }>`select appointment_id, cause from agenda.cancellations
      where appointment_id = any (${appointments}::uuid[])`.execute(tx),
  )
  return Object.fromEntries(rows.map((row) => [row.appointment_id, row.cause]))
}

async function leave(client: Client, fields: Record<string, string> = {}) {
  const answer = await practitioner.post(link('outflow', { clientId: client.id }), { ...leaving, ...fields })
  expect([answer.status, answer.wrong]).toEqual([303, []])
}

test('who leaves care has no appointments after the last day; what was before stays as it was', async () => {
  const client = clients.inCare
  const before = await meet(client, '2026-11-24T15:00:00Z')
  const last = await meet(client, '2026-11-25T22:30:00Z')
  const after = await meet(client, '2026-11-25T23:30:00Z')
  const far = await meet(client, '2027-01-12T09:00:00Z', workers.elsewhere)
  expect(await calledOff([before, last, after, far])).toEqual({})
  await leave(client, { leftOn: '24-11-2026' })
  expect(await calledOff([before, last, after, far])).toEqual({
    [last]: 'care-ended',
    [after]: 'care-ended',
    [far]: 'care-ended',
  })
  const own = plain((await app.as(await tokenOf(database, client.person)).get(paths.portalAgenda)).text)
  expect(own).toMatch(/12 januari 2027, 10:00 +gaat niet door.*De zorg van het team is gestopt\./)
})

test('aftercare is contact too: its appointments stay, until it ends; then the team reads why', async () => {
  const client = clients.neighbour
  const after = await meet(client, '2026-12-10T09:00:00Z')
  await leave(client, { leftOn: '20-11-2026', aftercare: 'yes' })
  expect(await calledOff([after])).toEqual({})
  const ended = await practitioner.post(link('outflow', { clientId: client.id }), { lastDay: '24-11-2026' })
  expect(ended.status).toBe(303)
  expect(await calledOff([after])).toEqual({ [after]: 'care-ended' })
  const page = await practitioner.get(link('appointment', { clientId: client.id, appointmentId: after }))
  expect(page.text).toContain('De zorg bij het team is gestopt.')
})

test('a death calls off what was to come; what lies between that day and now is not told anew', async () => {
  const client = clients.returned
  const past = await meet(client, '2026-11-23T09:00:00Z')
  const coming = await meet(client, '2026-11-30T09:00:00Z')
  await leave(client, { leftOn: '22-11-2026', destination: 'died' })
  expect(await calledOff([past, coming])).toEqual({ [coming]: 'care-ended' })
})

test('who stays with another team keeps the appointments with its people', async () => {
  const client = clients.aftercare
  await asRoot(database, async (tx) => {
    await sql`update care.periods set phase = 'care' where client_id = ${client.id}`.execute(tx)
    const stay = { id: newId(), episode_id: newId(), team_id: teams.south, phase: 'care' }
    await put(tx, 'care.periods', { ...stay, client_id: client.id, during: '[2026-01-01,)' })
  })
  const here = await meet(client, '2026-12-01T09:00:00Z')
  const there = await meet(client, '2026-12-02T09:00:00Z', workers.southern)
  await leave(client, { leftOn: '20-11-2026' })
  expect(await calledOff([here, there])).toEqual({ [here]: 'care-ended' })
})
