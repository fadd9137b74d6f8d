import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../app/core/id.ts'
import { asApp, asRoot, openTestDatabase } from '../support/database.ts'
import { makeWorld, type Person, put } from '../support/people.ts'
import { type Party, wordsIn } from '../support/words.ts'

const database = await openTestDatabase()
const { workers, clients, teams, organisations } = await makeWorld(database)
afterAll(() => database.close())

const { open, sees, act, only } = wordsIn(database)
const { practitioner, supporter } = workers
const living = { organisation_id: organisations.living }
const ggz = { organisation_id: organisations.ggz }
const byLaw = ['agenda', 'identity', 'list', 'referral']

test('a supporter sees the reports by consent, and not before or after', async () => {
  expect(await sees(supporter, clients.inCare)).toEqual(byLaw)
  await only(clients.inCare, ['reports', true, living])
  expect(await sees(supporter, clients.inCare)).toEqual([...byLaw, 'reports'])
  await asRoot(database, (tx) =>
    sql`update consent.grants set during = '[2021-01-01,2026-11-24)' where client_id = ${clients.inCare.id}`.execute(
      tx,
    ),
  )
  expect(await sees(supporter, clients.inCare)).toEqual(byLaw)
  await asRoot(database, (tx) =>
    sql`update consent.grants set during = '[2026-11-25,)' where client_id = ${clients.inCare.id}`.execute(
      tx,
    ),
  )
  expect(await sees(supporter, clients.inCare)).toEqual(byLaw)
})

test('consent opens no dossier for who has no part in the care', async () => {
  await only(clients.southern, [null, true, { person_id: practitioner.id }])
  expect(await sees(practitioner, clients.southern)).toBeNull()
})

test('a Wmo consultant is let in by name only, to what the role may see', async () => {
  const { wmoConsultant } = workers
  expect(await sees(wmoConsultant, clients.inCare)).toBeNull()
  await only(clients.inCare, [null, true, { person_id: wmoConsultant.id }])
  expect(await sees(wmoConsultant, clients.inCare)).toEqual(['identity', 'list'])
})

const shielding: [string, [string | null, boolean, Party][], boolean][] = [
  ['the organisation refused', [['reports', false, ggz]], false],
  ['the team refused', [['reports', false, { team_id: teams.north }]], false],
  ['the person refused', [['reports', false, { person_id: practitioner.id }]], false],
  ['everything refused to the organisation', [[null, false, ggz]], false],
  ['another organisation refused', [['reports', false, living]], true],
  ['another section refused', [['measures', false, ggz]], true],
  [
    'the person allowed, the organisation refused',
    [
      ['reports', false, ggz],
      ['reports', true, { person_id: practitioner.id }],
    ],
    true,
  ],
  [
    'the team allowed, the organisation refused',
    [
      ['reports', false, ggz],
      ['reports', true, { team_id: teams.north }],
    ],
    true,
  ],
  [
    'the person refused, the team allowed',
    [
      ['reports', true, { team_id: teams.north }],
      ['reports', false, { person_id: practitioner.id }],
    ],
    false,
  ],
  [
    'refused and allowed at the same level',
    [
      ['reports', true, ggz],
      ['reports', false, ggz],
    ],
    false,
  ],
  [
    'one section allowed, all refused, at the same level',
    [
      ['reports', true, ggz],
      [null, false, ggz],
    ],
    false,
  ],
]

test.for(shielding)('%s', async ([, words, shows]) => {
  await only(clients.neighbour)
  expect(await sees(practitioner, clients.neighbour)).toContain('reports')
  await only(clients.neighbour, ...words)
  expect((await sees(practitioner, clients.neighbour))?.includes('reports') ?? false).toBe(shows)
})

test('a worker who is a client is shielded from the own team, not from the team that treats', async () => {
  await asRoot(database, (tx) =>
    put(tx, 'care.periods', {
      id: newId(),
      client_id: clients.colleague.id,
      episode_id: clients.colleague.episode,
      team_id: teams.north,
      phase: 'care',
      during: '[2026-01-01,)',
    }),
  )
  expect(await sees(practitioner, clients.colleague)).toBeNull()
  expect(await sees(workers.southern, clients.colleague)).not.toBeNull()
})

test('one shielded row is missing for the person, or the organisation, it is shielded from', async () => {
  await only(clients.inCare)
  const row = await asRoot(
    database,
    async (tx) =>
      (
        await sql<{
          id: string
        }>`select id from contacts.contacts where client_id = ${clients.inCare.id}`.execute(tx)
      ).rows[0]?.id ?? '',
  )
  const shown = async (person: Person) =>
    asApp(
      database,
      await open(person, clients.inCare),
      async (tx) => (await sql`select id from contacts.contacts where id = ${row}`.execute(tx)).rows.length,
    )
  expect(await shown(practitioner)).toBe(1)
  await act(clients.inCare.person, clients.inCare, (tx) =>
    sql`select consent.shield_row(${newId()}, ${clients.inCare.id}, ${row}, null, ${practitioner.id})`.execute(
      tx,
    ),
  )
  expect([
    await shown(practitioner),
    await shown(workers.second),
    await shown(clients.inCare.person),
  ]).toEqual([0, 1, 1])
  await act(clients.inCare.person, clients.inCare, (tx) =>
    sql`select consent.shield_row(${newId()}, ${clients.inCare.id}, ${row}, ${organisations.ggz}, null)`.execute(
      tx,
    ),
  )
  expect([await shown(workers.second), await shown(workers.addiction)]).toEqual([0, 1])
})

test('a shielded row is not changed either, by an update that names no row', async () => {
  const row = await asRoot(
    database,
    async (tx) =>
      (
        await sql<{
          id: string
        }>`select id from clients.relatives where client_id = ${clients.aftercare.id}`.execute(tx)
      ).rows[0]?.id ?? '',
  )
  await asRoot(database, (tx) =>
    put(tx, 'consent.shielded_rows', {
      id: newId(),
      client_id: clients.aftercare.id,
      row_id: row,
      person_id: practitioner.id,
      during: '[2021-01-01,)',
    }),
  )
  await act(practitioner, clients.aftercare, (tx) =>
    sql`update clients.relatives set name = 'anders'`.execute(tx),
  )
  const { rows } = await asRoot(database, (tx) =>
    sql`select name from clients.relatives where id = ${row}`.execute(tx),
  )
  expect(rows).toEqual([{ name: 'Mies' }])
})
