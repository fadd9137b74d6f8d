import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { type ClientId, newId } from '../../app/core/id.ts'
import { asApp, asRoot, openTestDatabase, stateOf } from '../support/database.ts'
import { ask, lastLine, lines, openDossier, probes, seen, seenIn } from '../support/gate.ts'
import { makeWorld, type Person, put, tokenOf } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients, teams } = await makeWorld(database)
const { practitioner, secretary } = workers
afterAll(() => database.close())

/** A ticket of somebody who opened nothing. */
async function entered(person: Person) {
  return ask(database, sql`access.enter_only(${await tokenOf(database, person)})`)
}

function register(client: ClientId, team: string, colleagueOf: string | null = null) {
  return sql`select clients.register(${client}, ${team}, 'Nina', 'de', 'Nieuw', null, ${colleagueOf})`
}

function people(client: ClientId): Promise<number> {
  return asRoot(
    database,
    async (tx) => (await sql`select from clients.clients where id = ${client}`.execute(tx)).rows.length,
  )
}

test('registering makes the person and the line together, and one may go on writing at once', async () => {
  const client = newId<ClientId>()
  await asApp(database, await entered(practitioner), async (tx) => {
    await register(client, teams.north).execute(tx)
    await put(tx, 'clients.details', { id: newId(), client_id: client, phone: '06-11111111' })
    await put(tx, 'referral.referrals', {
      id: newId(),
      client_id: client,
      team_id: teams.north,
      received_on: '2026-11-24',
      source: 'gp',
    })
    expect(await seenIn(tx)).toEqual(['identity', 'list', 'referral'])
  })
  expect(await people(client)).toBe(1)
  expect(await lastLine(database, client)).toMatchObject({
    event: 'register',
    action: 'C',
    granted: true,
    person_id: practitioner.id,
    role: 'practitioner',
  })
  const rows = await asRoot(
    database,
    async (tx) =>
      (
        await sql`select p.phase, p.during::text, r.episode_id = p.episode_id as same from care.periods p join referral.referrals r using (client_id) where client_id = ${client}`.execute(
          tx,
        )
      ).rows,
  )
  expect(rows).toEqual([{ phase: 'referral', during: '[2026-11-24,)', same: true }])
})

test('a registering that is rolled back leaves nothing: no person, no period, no line', async () => {
  const client = newId<ClientId>()
  const before = (await lines(database)).length
  const attempt = asApp(database, await entered(practitioner), async (tx) => {
    await register(client, teams.north).execute(tx)
    expect(await seenIn(tx)).toContain('list')
    throw new Error('undo')
  })
  await expect(attempt).rejects.toThrow('undo')
  expect(await people(client)).toBe(0)
  expect(await lines(database)).toHaveLength(before)
  expect(
    await asRoot(
      database,
      async (tx) => (await sql`select from care.periods where client_id = ${client}`.execute(tx)).rows,
    ),
  ).toEqual([])
})

test.for([
  ['a supporter', workers.supporter],
  ['a duty desk', workers.dutyDesk],
  ['an administrator', workers.administrator],
  ['a client', clients.inCare.person],
] as const)('%s has no right to register', async ([, person]) => {
  const attempt = asApp(database, await entered(person), (tx) =>
    register(newId<ClientId>(), teams.north).execute(tx),
  )
  expect(await stateOf(attempt)).toBe('42501')
})

test.for([
  ['nobody', null],
  ['another team', teams.south],
])('what is shielded from %s is handed to no other team', async ([, of]) => {
  const attempt = asApp(database, await entered(practitioner), (tx) =>
    sql`select clients.register(${newId<ClientId>()}, ${teams.north}, 'Nina', 'de', 'Nieuw', null, ${of}, ${teams.south})`.execute(
      tx,
    ),
  )
  expect(await stateOf(attempt)).toBe('42501')
})

test('one registers for the own team only, and not without a ticket', async () => {
  const client = newId<ClientId>()
  const elsewhere = asApp(database, await entered(practitioner), (tx) =>
    register(client, teams.south).execute(tx),
  )
  expect(await stateOf(elsewhere)).toBe('42501')
  expect(await stateOf(asApp(database, null, (tx) => register(client, teams.north).execute(tx)))).toBe(
    '42501',
  )
  expect(await people(client)).toBe(0)
  await asApp(database, await entered(secretary), (tx) => register(client, teams.north).execute(tx))
  expect(await people(client)).toBe(1)
})

test('the id of somebody who is there already opens nothing', async () => {
  expect(await people(clients.southern.id)).toBe(1)
  const attempt = asApp(database, await entered(practitioner), (tx) =>
    register(clients.southern.id, teams.north).execute(tx),
  )
  expect(await stateOf(attempt)).toBe('42501')
  expect(await openDossier(database, await tokenOf(database, practitioner), clients.southern.id)).toBeNull()
})

test('a colleague who is registered is shielded from the own team at once', async () => {
  const client = newId<ClientId>()
  await asApp(database, await entered(workers.southern), (tx) =>
    register(client, teams.south, teams.north).execute(tx),
  )
  const { rows } = await asRoot(database, (tx) =>
    sql`select team_id, section, allows, given_by from consent.grants where client_id = ${client}`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([{ team_id: teams.north, section: null, allows: false, given_by: 'default' }])
})

async function returnTo(person: Person, client: ClientId, team: string, ticket?: string | null) {
  return asApp(database, ticket ?? (await entered(person)), (tx) =>
    sql`select care.return_to(${client}, ${team})`.execute(tx),
  )
}

test('who was here before comes back after a search that met the person, not by an id alone', async () => {
  await asRoot(database, (tx) =>
    sql`update care.periods set during = '[2021-01-01,2024-01-01)' where client_id = ${clients.southern.id}`.execute(
      tx,
    ),
  )
  expect(await stateOf(returnTo(practitioner, clients.southern.id, teams.north))).toBe('42501')
  const token = await tokenOf(database, practitioner)
  const ticket = await ask(
    database,
    sql`access.search(${token}, 'Klaas van den Berg', '1980-02-03', '', 'referral', true)`,
  )
  await returnTo(practitioner, clients.southern.id, teams.north, ticket)
  expect(await lastLine(database, clients.southern.id)).toMatchObject({
    event: 'register',
    action: 'C',
    granted: true,
    sections: [],
    writes: ['referral'],
  })
  const opened = await openDossier(database, token, clients.southern.id)
  expect(await seen(database, opened)).toContain('list')
  expect(await stateOf(returnTo(practitioner, clients.southern.id, teams.north, ticket))).toBe('42501')
})

test('a return that is rolled back has shown nothing', async () => {
  const token = await tokenOf(database, practitioner)
  await asRoot(database, (tx) =>
    sql`update care.periods set during = '[2021-01-01,2024-01-01)' where client_id = ${clients.neighbour.id}`.execute(
      tx,
    ),
  )
  const ticket = await ask(
    database,
    sql`access.search(${token}, 'Piet Meijer', '1980-02-03', '', 'referral', true)`,
  )
  const attempt = asApp(database, ticket, async (tx) => {
    await sql`select care.return_to(${clients.neighbour.id}, ${teams.north})`.execute(tx)
    expect(await seenIn(tx)).toEqual([])
    await put(tx, 'referral.referrals', {
      id: newId(),
      client_id: clients.neighbour.id,
      team_id: teams.north,
      received_on: '2026-11-24',
      source: 'gp',
    })
    throw new Error('undo')
  })
  await expect(attempt).rejects.toThrow('undo')
  expect(await asRoot(database, (tx) => seenIn(tx, clients.neighbour.id))).toEqual(Object.keys(probes).sort())
  expect(await openDossier(database, token, clients.neighbour.id)).toBeNull()
})
