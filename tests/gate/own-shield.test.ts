import { type RawBuilder, sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../app/core/id.ts'
import { asRoot, openTestDatabase, stateOf } from '../support/database.ts'
import { lines } from '../support/gate.ts'
import { type Client, hire, makeWorld, type Person, put, word } from '../support/people.ts'
import { type Party, wordsIn } from '../support/words.ts'

// What is shielded from somebody is opened by nobody of those from whom it is: not by lifting, not by another word, not by
// an account or a part of their own.
const database = await openTestDatabase()
const { workers, clients, teams, organisations } = await makeWorld(database)
afterAll(() => database.close())

const { sees, act, only } = wordsIn(database)
const { practitioner, second, secretary } = workers
const client = clients.neighbour
const columns = ({ organisation_id = null, team_id = null, person_id = null }: Nullable) =>
  sql`${organisation_id}, ${team_id}, ${person_id}`
type Nullable = { [K in keyof Party]: string | null }

const own: [string, Party][] = [
  ['the person', { person_id: practitioner.id }],
  ['the team', { team_id: teams.north }],
  ['the organisation', { organisation_id: organisations.ggz }],
]
const state = (person: Person, statement: RawBuilder<unknown>, about: Client = client) =>
  stateOf(act(person, about, (tx) => statement.execute(tx)))
const lift = (party: Party, sections: string[] | null = ['reports']) =>
  sql`select consent.lift(${client.id}, ${sections}::text[], ${columns(party)}, 'client')`
const record = (party: Party, section: string | null, allows: boolean, last: string | null = null) =>
  sql`select consent.record(${newId()}, ${client.id}, ${section}, ${columns(party)}, ${allows}, ${last}, 'client')`
const withdraw = (party: Party) => sql`select consent.withdraw(${client.id}, 'reports', ${columns(party)})`

test.for(own)(
  '%s from whom a part is shielded cannot open it by any word; the client can',
  async ([, party]) => {
    await only(client, ['reports', false, party])
    expect(await sees(practitioner, client)).not.toContain('reports')
    for (const statement of [
      lift(party),
      lift(party, null),
      withdraw(party),
      record(party, 'reports', true),
      record(party, null, true),
      record({ team_id: teams.north }, 'reports', true),
      record({ organisation_id: organisations.ggz }, 'reports', true),
      record({ organisation_id: organisations.living }, 'reports', true),
    ])
      expect(await state(practitioner, statement)).toBe('42501')
    expect(await state(practitioner, record(party, 'reports', false, '2026-11-24'))).toBe('22023')
    expect(await state(practitioner, record({ organisation_id: organisations.living }, 'plan', true))).toBe(
      '',
    )
    expect(await sees(practitioner, client)).not.toContain('reports')
    expect(await state(client.person, lift(party))).toBe('')
    expect(await sees(practitioner, client)).toContain('reports')
  },
)

test('what is shielded from one colleague another lifts, and it is known who did, also on the same day', async () => {
  await only(client)
  expect(await state(second, record({ person_id: practitioner.id }, 'reports', false))).toBe('')
  expect(await sees(practitioner, client)).not.toContain('reports')
  expect(await state(second, record({ person_id: practitioner.id }, 'reports', false))).toBe('')
  expect(await state(second, lift({ person_id: practitioner.id }))).toBe('')
  expect(await sees(practitioner, client)).toContain('reports')
  const { rows } = await asRoot(database, (tx) =>
    sql`select during::text, recorded_by, ended_by, ended_at is not null as ended from consent.grants where client_id = ${client.id}`.execute(
      tx,
    ),
  )
  const by = second.id
  expect(rows).toEqual([{ during: '[2026-11-24,2026-11-25)', recorded_by: by, ended_by: by, ended: true }])
  const told = await lines(database, sql`event = 'rights' and client_id = ${client.id} and person_id = ${by}`)
  expect(
    told.map(({ action, query, sections, organisation_id }) => ({
      action,
      query,
      sections,
      organisation_id,
    })),
  ).toEqual([
    {
      action: 'D',
      query: 'shield W. practitioner [reports]',
      sections: [],
      organisation_id: organisations.ggz,
    },
  ])
})

test('a second post, or one that is still to come, lifts nothing for the person', async () => {
  await only(client, ['reports', false, { organisation_id: organisations.vnn }])
  const post = { id: newId(), person_id: practitioner.id, team_id: null, organisation_id: organisations.vnn }
  expect(await state(practitioner, lift({ organisation_id: organisations.living }))).toBe('')
  await asRoot(database, (tx) =>
    put(tx, 'staff.memberships', {
      ...post,
      function: 'case-manager',
      role: 'practitioner',
      during: '[2026-12-01,)',
    }),
  )
  expect(await state(practitioner, lift({ organisation_id: organisations.vnn }))).toBe('42501')
  await asRoot(database, (tx) => sql`delete from staff.memberships where id = ${post.id}`.execute(tx))
})

test('a row that is shielded from somebody another lifts, with a line; shielding twice is once', async () => {
  const { rows } = await asRoot(database, (tx) =>
    sql<{ id: string }>`select id from contacts.contacts where client_id = ${client.id}`.execute(tx),
  )
  const row = rows[0]?.id
  const shield = sql`select consent.shield_row(${newId()}, ${client.id}, ${row}, null, ${practitioner.id})`
  const liftRow = sql`select consent.lift_row(${client.id}, ${row}, null, ${practitioner.id})`
  for (let i = 0; i < 2; i++) expect(await state(second, shield)).toBe('')
  await only(client)
  expect(await sees(practitioner, client)).not.toContain('reports')
  expect(await state(practitioner, liftRow)).toBe('42501')
  expect(await sees(practitioner, client)).not.toContain('reports')
  expect(await state(second, liftRow)).toBe('')
  expect(await sees(practitioner, client)).toContain('reports')
  const kept = await asRoot(database, (tx) =>
    sql`select during::text, ended_by from consent.shielded_rows where row_id = ${row}`.execute(tx),
  )
  expect(kept.rows).toEqual([{ during: '[2026-11-24,2026-11-25)', ended_by: second.id }])
  expect(
    await lines(
      database,
      sql`event = 'rights' and query = 'row W. practitioner' and client_id = ${client.id}`,
    ),
  ).toHaveLength(1)
})

const link = (about: Client) => sql`select accounts.link(${about.id}, 'client', null, ${newId()})`

test.for([...own, ['one row', null]] as [string, Party | null][])(
  'nobody hands out access to the dossier while %s is shut out of something',
  async ([, party]) => {
    const about = clients.aftercare
    await only(about)
    const free = () =>
      asRoot(database, (tx) =>
        sql`update clients.clients set person_id = null where id = ${about.id}`.execute(tx),
      )
    await free()
    expect(await state(practitioner, link(about), about)).toBe('')
    await free()
    const row = {
      id: newId(),
      client_id: about.id,
      row_id: newId(),
      person_id: practitioner.id,
      during: '[2026-01-01,)',
    }
    await asRoot(database, (tx) =>
      party
        ? put(tx, 'consent.grants', word(about, 'treatment', false, party))
        : put(tx, 'consent.shielded_rows', row),
    )
    expect(await state(practitioner, link(about), about)).toBe('42501')
    await asRoot(database, (tx) => sql`delete from consent.shielded_rows where id = ${row.id}`.execute(tx))
  },
)

test('nobody gives themselves a part that opens more: not from a role without the plan, nor for another house', async () => {
  const both = await asRoot(database, async (tx) => {
    const person = await hire(tx, 'secretariat', organisations.ggz, teams.north)
    for (const organisation of [organisations.ggz, organisations.vnn])
      await put(tx, 'staff.memberships', {
        id: newId(),
        team_id: null,
        person_id: person.id,
        organisation_id: organisation,
        function: 'case-manager',
        role: 'practitioner',
        during: '[2020-01-01,)',
      })
    return person
  })
  const about = clients.inCare
  const assign = (person: Person, organisation = organisations.ggz) =>
    sql`select care.assign(${newId()}, ${about.id}, ${person.id}, ${organisation}, 'replacement', '2026-11-24')`
  for (const house of [organisations.ggz, organisations.vnn])
    expect(await state(both, assign(both, house), about)).toBe('42501')
  expect(await state(practitioner, assign(practitioner), about)).toBe('')
  expect(await state(secretary, assign(both, organisations.vnn), about)).toBe('')
  expect(
    await state(secretary, sql`select care.end_assignment(${about.id}, 'replacement', '2026-11-24')`, about),
  ).toBe('')
  const told = await lines(
    database,
    sql`event = 'rights' and client_id = ${about.id} and organisation_id = ${organisations.vnn}`,
  )
  expect(told.map(({ action, query, person_id }) => [action, query, person_id])).toEqual([
    ['C', 'assignment W. secretariat', secretary.id],
    ['D', 'assignment W. secretariat', secretary.id],
  ])
})
