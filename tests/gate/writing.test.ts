import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../app/core/id.ts'
import type { Tx } from '../../app/platform/database.ts'
import { asApp, asRoot, openTestDatabase, stateOf } from '../support/database.ts'
import { lastLine, openDossier } from '../support/gate.ts'
import { makeWorld, type Person, put, tokenOf } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients, teams, organisations } = await makeWorld(database)
afterAll(() => database.close())

async function ticketOf(person: Person, client = clients.inCare, action: 'R' | 'U' = 'U') {
  return openDossier(database, await tokenOf(database, person), client.id, { action })
}

async function act(person: Person, run: (tx: Tx) => Promise<unknown>, client = clients.inCare) {
  return asApp(database, await ticketOf(person, client), run)
}

const relative = (client: { id: string }) => ({
  id: newId(),
  client_id: client.id,
  name: 'Ina',
  relation: 'moeder',
})

test('what the role may write is written in the opened dossier, with who and when', async () => {
  const row = relative(clients.inCare)
  await act(workers.practitioner, (tx) => put(tx, 'clients.relatives', row))
  const { rows } = await asRoot(database, (tx) =>
    sql`select version, written_by, written_at, episode_id from clients.relatives where id = ${row.id}`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([
    {
      version: 1,
      written_by: workers.practitioner.id,
      written_at: new Date('2026-11-24T09:00:00Z'),
      episode_id: clients.inCare.episode,
    },
  ])
})

test('a change keeps the earlier version and its writer in the history, once for each change', async () => {
  const row = relative(clients.inCare)
  await act(workers.practitioner, (tx) => put(tx, 'clients.relatives', row))
  for (const [person, name] of [
    [workers.second, 'Ina B.'],
    [workers.supporter, 'Ina C.'],
  ] as const)
    await act(person, (tx) =>
      sql`update clients.relatives set name = ${name} where id = ${row.id}`.execute(tx),
    )
  const { rows } = await asRoot(database, (tx) =>
    sql`select v.table_name, v.version, v.client_id, v.section, v.row ->> 'name' as name, v.row ->> 'written_by' as writer, v.replaced_by
      from history.versions v where v.row_id = ${row.id} order by version`.execute(tx),
  )
  expect(rows).toEqual([
    {
      table_name: 'clients.relatives',
      version: 1,
      client_id: clients.inCare.id,
      section: 'relatives',
      name: 'Ina',
      writer: workers.practitioner.id,
      replaced_by: workers.second.id,
    },
  ])
})

test('reading gives no writing: without "U" nothing may be added or changed', async () => {
  const ticket = await ticketOf(workers.practitioner, clients.inCare, 'R')
  expect((await lastLine(database, clients.inCare.id)).writes).toEqual([])
  expect(
    await stateOf(asApp(database, ticket, (tx) => put(tx, 'clients.relatives', relative(clients.inCare)))),
  ).toBe('42501')
  const changed = await asApp(database, ticket, (tx) =>
    sql`update clients.relatives set name = 'x'`.execute(tx),
  )
  expect(changed.numAffectedRows).toBe(0n)
})

test('nothing is written in a dossier that is not opened, nor moved to it', async () => {
  expect(
    await stateOf(
      act(workers.practitioner, (tx) => put(tx, 'clients.relatives', relative(clients.neighbour))),
    ),
  ).toBe('42501')
  const move = act(workers.practitioner, (tx) =>
    sql`update clients.relatives set client_id = ${clients.neighbour.id}`.execute(tx),
  )
  expect(await stateOf(move)).toBe('42501')
})

test('an update without "where" changes the opened dossier alone', async () => {
  await act(workers.practitioner, (tx) =>
    sql`update clients.relatives set relation = 'gewijzigd'`.execute(tx),
  )
  const { rows } = await asRoot(database, (tx) =>
    sql`select distinct client_id from clients.relatives where relation = 'gewijzigd'`.execute(tx),
  )
  expect(rows).toEqual([{ client_id: clients.inCare.id }])
})

test('what a section does not give is not written: a supporter no phase, a trainee no relative', async () => {
  const phase = { id: newId(), client_id: clients.inCare.id, phase: 3, talked_on: '2026-11-24' }
  expect(await stateOf(act(workers.supporter, (tx) => put(tx, 'instruments.phases', phase)))).toBe('42501')
  expect(
    await stateOf(act(workers.trainee, (tx) => put(tx, 'clients.relatives', relative(clients.inCare)))),
  ).toBe('42501')
  expect(await stateOf(act(workers.practitioner, (tx) => put(tx, 'instruments.phases', phase)))).toBe('')
})

test('nothing is deleted, and nobody chooses the writer, the version or the episode', async () => {
  for (const statement of [
    `delete from clients.relatives`,
    `truncate clients.relatives`,
    `update clients.relatives set written_by = null`,
    `update clients.relatives set version = 1`,
    `update clients.relatives set episode_id = null`,
    `update care.periods set phase = 'care'`,
    `insert into care.involvements (id, client_id, organisation_id, during) values (gen_random_uuid(), '${clients.inCare.id}', '${organisations.vnn}', '[2026-01-01,)')`,
    `update referral.referrals set team_id = gen_random_uuid()`,
    `update clients.clients set person_id = null`,
  ])
    expect(await stateOf(act(workers.practitioner, (tx) => sql.raw(statement).execute(tx))), statement).toBe(
      '42501',
    )
})

test('a reading transaction refuses to write: 25006, and does not become another: 25001', async () => {
  const ticket = await ticketOf(workers.practitioner)
  const write = asApp(
    database,
    ticket,
    (tx) => put(tx, 'clients.relatives', relative(clients.inCare)),
    'read only',
  )
  expect(await stateOf(write)).toBe('25006')
  const turn = asApp(database, ticket, (tx) => sql`set transaction read write`.execute(tx), 'read only')
  expect(await stateOf(turn)).toBe('25001')
  const token = await tokenOf(database, workers.practitioner)
  const open = asApp(
    database,
    ticket,
    (tx) => sql`select access.open_dossier(${token}, ${clients.neighbour.id}, 'care')`.execute(tx),
    'read only',
  )
  expect(await stateOf(open)).toBe('25006')
})

test('what is about one client does not hang on a referral, an appointment or a contact of another', async () => {
  const of = async (table: string) => {
    const { rows } = await asRoot(database, (tx) =>
      sql<{
        id: string
      }>`select id from ${sql.table(table)} where client_id = ${clients.referred.id}`.execute(tx),
    )
    return rows[0]?.id
  }
  const mine = { id: newId(), client_id: clients.inCare.id }
  const attempts: [string, Record<string, unknown>][] = [
    [
      'referral.promises',
      { ...mine, referral_id: await of('referral.referrals'), promised_for: '2026-12-01', what: 'x' },
    ],
    [
      'agenda.cancellations',
      { ...mine, appointment_id: await of('agenda.appointments'), cancelled_for: 'team' },
    ],
    ['documents.contents', { ...mine, id: await of('documents.files'), bytes: Buffer.from('x') }],
  ]
  await asRoot(database, async (tx) => {
    await sql`delete from agenda.cancellations where client_id = ${clients.referred.id}`.execute(tx)
    await sql`delete from documents.contents where client_id = ${clients.referred.id}`.execute(tx)
  })
  for (const [table, row] of attempts)
    expect(await stateOf(act(workers.practitioner, (tx) => put(tx, table, row))), table).toBe('23503')
})

test('a period of care changes by its function alone, for who may write the referral', async () => {
  const accept = (person: Person, day = '2026-11-24') =>
    act(
      person,
      (tx) => sql`select care.move_to(${clients.referred.id}, ${teams.north}, 'care', ${day})`.execute(tx),
      clients.referred,
    )
  expect(await stateOf(accept(workers.trainee))).toBe('42501')
  for (const day of ['2026-10-31', '2026-11-26', '2199-12-31'])
    expect(await stateOf(accept(workers.practitioner, day))).toBe('23514')
  await accept(workers.practitioner)
  const { rows } = await asRoot(database, (tx) =>
    sql`select phase, during::text, written_by from care.periods where client_id = ${clients.referred.id} order by during`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([
    { phase: 'referral', during: '[2026-11-01,2026-11-24)', written_by: workers.practitioner.id },
    { phase: 'care', during: '[2026-11-24,)', written_by: workers.practitioner.id },
  ])
  const other = act(workers.practitioner, (tx) =>
    sql`select care.leave(${clients.southern.id}, ${teams.south}, '2026-11-24')`.execute(tx),
  )
  expect(await stateOf(other)).toBe('42501')
})
