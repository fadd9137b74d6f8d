import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { type ClientId, newId } from '../../app/core/id.ts'
import { always } from '../support/clock.ts'
import { asApp, asRoot, openTestDatabase, stateOf } from '../support/database.ts'
import { ask, lines, seen, seenIn } from '../support/gate.ts'
import { makeWorld, type Person, put, tokenOf, word } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients, teams } = await makeWorld(database)
afterAll(() => database.close())

type Question = {
  name?: string
  birth?: string | null
  phone?: string
  wide?: boolean
  ticket?: string | null
}
type Found = {
  client_id: string | null
  given_name: string | null
  family_name: string | null
  birth_date: string | null
  team: string
  phase: string
  left_on: string | null
}

async function search(
  person: Person,
  { name = '', birth = null, phone = '', wide = false, ticket = null }: Question,
) {
  const token = await tokenOf(database, person)
  return ask(
    database,
    sql`access.search(${token}, ${name}, ${birth}, ${phone}, 'referral', ${wide}, ${ticket})`,
  )
}

async function found(person: Person, question: Question): Promise<Found[]> {
  const ticket = await search(person, question)
  return asApp(
    database,
    ticket,
    async (tx) => (await sql<Found>`select * from clients.found()`.execute(tx)).rows,
    'read only',
  )
}

const { practitioner, secretary } = workers

test.for([
  ['janssen', 'jansen'],
  ['part of a name', 'jans'],
  ['given name', 'jan'],
] as const)('own clients are found by %s, as a card', async ([, name]) => {
  expect(await found(practitioner, { name })).toMatchObject([
    {
      client_id: clients.inCare.id,
      given_name: 'Jan',
      family_name: 'Janssen',
      birth_date: '1980-02-03',
      team: 'Team north',
      phase: 'care',
    },
  ])
})

test('a name is found as it sounds, and by birth date or telephone', async () => {
  expect(await found(practitioner, { name: 'meyer' })).toMatchObject([{ family_name: 'Meijer' }])
  expect((await found(practitioner, { birth: '1980-02-03' })).map((row) => row.given_name)).toContain('Jan')
  await asRoot(database, (tx) =>
    sql`update clients.details set phone = '050 123 45 67' where client_id = ${clients.inCare.id}`.execute(
      tx,
    ),
  )
  expect(await found(practitioner, { phone: '0501234567' })).toMatchObject([{ given_name: 'Jan' }])
})

test('within the own teams nobody else is found, though root sees them', async () => {
  expect(await asRoot(database, (tx) => seenIn(tx, clients.southern.id))).not.toEqual([])
  expect(await found(practitioner, { name: 'vandenberg', birth: '1980-02-03' })).toEqual([])
  expect(await found(practitioner, { name: 'Verre Weg', birth: '1980-02-03' })).toEqual([])
})

test.for([
  ['name and birth date', { name: 'Klaas van de Berg', birth: '1980-02-03' }],
  ['a nearly exact full name', { name: 'Klaas van den Berg' }],
  ['a telephone number', { phone: '0598765432' }],
] as const)('region-wide, %s tells that a person is known at a team, and no more', async ([, question]) => {
  await asRoot(database, (tx) =>
    sql`update clients.details set phone = '0598-765432' where client_id = ${clients.southern.id}`.execute(
      tx,
    ),
  )
  expect(await found(secretary, { ...question, wide: true })).toEqual([
    {
      client_id: null,
      given_name: null,
      infix: null,
      family_name: null,
      birth_date: null,
      team: 'Team south',
      team_phone: '',
      phase: 'care',
      left_on: null,
    },
  ])
})

test('a family name alone, or another region, is not "known"', async () => {
  expect(await found(secretary, { name: 'Berg', wide: true })).toEqual([])
  expect(await asRoot(database, (tx) => seenIn(tx, clients.distant.id))).not.toEqual([])
  expect(await found(secretary, { name: 'Verre Weg', birth: '1980-02-03', wide: true })).toEqual([])
})

test('a role without that right may ask, but hears nothing', async () => {
  for (const person of [workers.supporter, workers.privacyOfficer, workers.administrator])
    expect(await found(person, { name: 'Klaas van den Berg', birth: '1980-02-03', wide: true })).toEqual([])
})

test('no id leaves, by another door either, and a search unlocks no table', async () => {
  const ticket = await search(secretary, { name: 'Klaas van den Berg', wide: true })
  expect(await seen(database, ticket)).toEqual([])
  for (const section of ['known', 'card', 'list']) {
    const { rows } = await asApp(database, ticket, (tx) =>
      sql<{ ids: string[] }>`select access.opened(${section}) as ids`.execute(tx),
    )
    expect(rows).toEqual([{ ids: [] }])
  }
})

test('shielded from the asker: not found, not known', async () => {
  const klaas = { name: 'Klaas van den Berg', birth: '1980-02-03', wide: true }
  expect(await found(workers.second, klaas)).toHaveLength(1)
  await asRoot(database, (tx) =>
    put(tx, 'consent.grants', word(clients.southern, null, false, { person_id: workers.second.id })),
  )
  expect(await found(workers.second, klaas)).toEqual([])
  await asRoot(database, (tx) =>
    put(tx, 'consent.grants', word(clients.neighbour, null, false, { person_id: workers.second.id })),
  )
  expect(await found(workers.second, { name: 'meijer' })).toEqual([])
})

test('who is shielded from the own team is not "known" to a colleague', async () => {
  const willem = { name: 'Willem de Wit', birth: '1980-02-03', wide: true }
  expect(await asRoot(database, (tx) => seenIn(tx, clients.colleague.id))).not.toEqual([])
  expect(await found(practitioner, willem)).toEqual([])
  expect(await found(workers.southern, willem)).toMatchObject([{ client_id: clients.colleague.id }])
})

test('every search is a line with the question and whom it showed, also when it showed nobody', async () => {
  const before = (await lines(database)).length
  await search(practitioner, { name: 'niemand', birth: '1999-09-09' })
  await search(practitioner, { name: 'jansen' })
  await search(secretary, { name: 'Klaas van den Berg', wide: true })
  expect((await lines(database)).slice(before)).toMatchObject([
    {
      event: 'search',
      client_id: null,
      sections: [],
      query: 'own niemand 1999-09-09',
      person_id: practitioner.id,
    },
    { event: 'search', client_id: clients.inCare.id, sections: ['card'], query: 'own jansen' },
    {
      event: 'search',
      client_id: clients.southern.id,
      sections: ['known'],
      query: 'region Klaas van den Berg',
    },
  ])
})

test('searching and looking in one transaction shows nothing', async () => {
  const token = await tokenOf(database, practitioner)
  const rows = await asApp(database, null, async (tx) => {
    const asked = await sql<{
      ticket: string
    }>`select access.search(${token}, 'jansen', null, '', 'referral', false) as ticket`.execute(tx)
    await sql`select access.use(${asked.rows[0]?.ticket})`.execute(tx)
    return (await sql`select * from clients.found()`.execute(tx)).rows
  })
  expect(rows).toEqual([])
})

test('one letter is no question: 22023', async () => {
  expect(await stateOf(search(practitioner, { name: 'j' }))).toBe('22023')
  expect(await stateOf(search(practitioner, { phone: '0501' }))).toBe('22023')
})

test('accepted on the day of the referral, the person is found as in care', async () => {
  await asRoot(database, async (tx) => {
    await sql`update care.periods set during = 'empty', phase = 'referral' where client_id = ${clients.aftercare.id}`.execute(
      tx,
    )
    await put(tx, 'care.periods', {
      id: newId(),
      client_id: clients.aftercare.id,
      episode_id: clients.aftercare.episode,
      team_id: teams.north,
      phase: 'care',
      during: '[2026-11-24,)',
    })
  })
  expect(await found(practitioner, { name: 'visser' })).toMatchObject([{ phase: 'care', left_on: null }])
})

test('thirty different questions about the region an hour, in one request or in many', async () => {
  const token = await tokenOf(database, workers.addiction)
  const wide = (name: string, ticket: string | null) =>
    ask(database, sql`access.search(${token}, ${name}, null, '', 'referral', true, ${ticket})`)
  let ticket: string | null = null
  for (let i = 0; i < 30; i++) ticket = await wide(`naam ${i}`, i < 15 ? ticket : null)
  expect(await wide('nog een', ticket)).toBeNull()
  expect(await wide('nog een', null)).toBeNull()
  expect(
    await lines(database, sql`person_id = ${workers.addiction.id} and query = 'region nog een'`),
  ).toMatchObject([{ granted: false }, { granted: false }])
  expect(await stateOf(search(workers.addiction, { name: 'jansen' }))).toBe('')
})

test('forty at once are no more than thirty either', async () => {
  const token = await tokenOf(database, workers.distant)
  const tickets = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      ask(database, sql`access.search(${token}, ${`iemand ${i}`}, null, '', 'referral', true)`),
    ),
  )
  expect(tickets.filter((ticket) => ticket !== null)).toHaveLength(30)
})

test('who is shielded takes no place among the twenty that are shown', async () => {
  await asRoot(database, async (tx) => {
    for (let i = 0; i < 21; i++) {
      const id = newId<ClientId>()
      await put(tx, 'clients.clients', { id, given_name: 'Bernadet', family_name: 'Oosterhuis' })
      const place = { team_id: teams.north, phase: 'care', during: always }
      await put(tx, 'care.periods', { id: newId(), client_id: id, episode_id: newId(), ...place })
      if (i === 0)
        await put(tx, 'consent.grants', word({ id }, null, false, { person_id: workers.second.id }))
    }
  })
  expect(await found(workers.second, { name: 'Bernadet Oosterhuis' })).toHaveLength(20)
})
