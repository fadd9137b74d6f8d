import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../app/core/id.ts'
import { always } from '../support/clock.ts'
import { asApp, asRoot, openTestDatabase } from '../support/database.ts'
import { lines, openTeam, probes, seen } from '../support/gate.ts'
import { makeWorld, type Person, put, tokenOf, word } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients, teams, organisations } = await makeWorld(database)
afterAll(() => database.close())

type Listed = { client_id: string; sections: string[]; hidden: string[] }

async function openList(person: Person, columns: string[], team = teams.north) {
  return openTeam(database, await tokenOf(database, person), team, columns)
}

/** Rows of a list function, for the holder of a ticket. */
async function rowsOf<T>(ticket: string | null, call: string): Promise<T[]> {
  return asApp(
    database,
    ticket,
    async (tx) => (await sql.raw<T>(`select * from ${call}`).execute(tx)).rows,
    'read only',
  )
}

async function listed(person: Person, columns: string[]): Promise<Map<string, string[]>> {
  const rows = await rowsOf<Listed>(await openList(person, columns), 'access.listed()')
  return new Map(rows.map((row) => [row.client_id, row.sections]))
}

const northern = [
  clients.inCare,
  clients.neighbour,
  clients.referred,
  clients.aftercare,
  clients.returned,
  clients.dead,
]

test('a list shows the clients of the opened team, and no table opens', async () => {
  const ticket = await openList(workers.practitioner, ['referral'])
  const rows = await rowsOf<Listed>(ticket, 'access.listed()')
  expect(rows.map((row) => row.client_id).sort()).toEqual(northern.map((client) => client.id).sort())
  expect(
    await asRoot(
      database,
      async (tx) => (await sql`select from ${sql.table(probes.list)}`.execute(tx)).rows.length,
    ),
  ).toBeGreaterThan(rows.length)
  expect(await seen(database, ticket)).toEqual([])
})

test('the list is one line, which names the team, the columns and no client', async () => {
  const before = (await lines(database)).length
  await openList(workers.practitioner, ['referral', 'measures'])
  const line = (await lines(database)).slice(before)
  expect(line).toMatchObject([
    {
      event: 'list',
      granted: true,
      team_id: teams.north,
      client_id: null,
      sections: ['list', 'referral', 'measures'],
    },
  ])
})

test('without columns the list has names alone', async () => {
  expect((await listed(workers.practitioner, [])).get(clients.inCare.id)).toEqual(['list'])
})

test.for([
  ['somebody of another team', workers.southern],
  ['an organisation without agreement', workers.unsigned],
  ['one whose agreement ended', workers.lapsed],
  ['a role that has no lists', workers.lineManager],
  ['a post outside the team', workers.elsewhere],
] as const)('%s gets no list, and a line says so', async ([, person]) => {
  expect(await openList(person, ['referral'])).toBeNull()
  expect((await lines(database, sql`event = 'list'`)).at(-1)).toMatchObject({
    granted: false,
    sections: [],
    person_id: person.id,
  })
})

test('each client comes with the sections of the list that this person may see', async () => {
  const columns = ['referral', 'measures', 'in-confidence']
  const asPractitioner = await listed(workers.practitioner, columns)
  expect(asPractitioner.get(clients.inCare.id)).toEqual(['in-confidence', 'list', 'measures', 'referral'])
  expect(asPractitioner.get(clients.referred.id)).toEqual(['list', 'referral'])
  const asLeader = await listed(workers.projectLeader, columns)
  expect(new Set([...asLeader.values()].flat())).toEqual(new Set(['list']))
})

test('on the list of a welfare worker stands who consented', async () => {
  expect((await listed(workers.welfare, ['referral'])).size).toBe(0)
  await asRoot(database, (tx) =>
    put(
      tx,
      'consent.grants',
      word(clients.neighbour, null, true, { organisation_id: organisations.welfare }),
    ),
  )
  expect([...(await listed(workers.welfare, ['referral'])).keys()]).toEqual([clients.neighbour.id])
})

test("who is shielded from somebody is not on that person's list, though on a colleague's", async () => {
  await asRoot(database, (tx) =>
    put(tx, 'consent.grants', word(clients.aftercare, 'list', false, { person_id: workers.practitioner.id })),
  )
  expect((await listed(workers.practitioner, [])).has(clients.aftercare.id)).toBe(false)
  expect((await listed(workers.second, [])).has(clients.aftercare.id)).toBe(true)
})

test('a list opened and read in one transaction is empty', async () => {
  const token = await tokenOf(database, workers.practitioner)
  const rows = await asApp(database, null, async (tx) => {
    const opened = await sql<{
      ticket: string
    }>`select access.open_team(${token}, ${teams.north}, '{}', 'meeting') as ticket`.execute(tx)
    await sql`select access.use(${opened.rows[0]?.ticket})`.execute(tx)
    return (await sql`select * from access.listed()`.execute(tx)).rows
  })
  expect(rows).toEqual([])
})

type Waiting = { client_id: string; given_name: string; own_question: string | null; source: string | null }

/** A referral of now, with a question of the person's own. */
async function refer(client: { id: string }, row: Record<string, unknown> = {}): Promise<string> {
  const id = newId()
  await asRoot(database, (tx) =>
    put(tx, 'referral.referrals', {
      id,
      client_id: client.id,
      team_id: teams.north,
      received_on: '2026-11-20',
      source: 'gp',
      own_question: 'Weer slapen',
      ...row,
    }),
  )
  return id
}

test('the inbox tells who was referred; the question only to whom the referral is open', async () => {
  await refer(clients.referred)
  const inbox = async (person: Person) =>
    rowsOf<Waiting>(await openList(person, ['referral']), 'referral.inbox()')
  expect(await inbox(workers.practitioner)).toMatchObject([
    { client_id: clients.referred.id, given_name: 'Rika', own_question: 'Weer slapen', source: 'gp' },
  ])
  expect(await inbox(workers.projectLeader)).toMatchObject([
    { client_id: clients.referred.id, given_name: 'Rika', own_question: null, source: null },
  ])
  const noColumns = await rowsOf<Waiting>(await openList(workers.practitioner, []), 'referral.inbox()')
  expect(noColumns).toMatchObject([{ own_question: null }])
})

test('a shielded referral shows no question on the list of whom it is shielded from', async () => {
  const row = await asRoot(database, async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`select id from referral.referrals where client_id = ${clients.referred.id} and received_on = '2026-11-20'`.execute(
      tx,
    )
    await put(tx, 'consent.shielded_rows', {
      id: newId(),
      client_id: clients.referred.id,
      row_id: rows[0]?.id,
      person_id: workers.second.id,
      during: always,
    })
    return rows[0]?.id
  })
  const inbox = async (person: Person) =>
    rowsOf<Waiting>(await openList(person, ['referral']), 'referral.inbox()')
  expect(row).toBeDefined()
  expect(await inbox(workers.second)).toMatchObject([{ client_id: clients.referred.id, own_question: null }])
  expect(await inbox(workers.practitioner)).toMatchObject([{ own_question: 'Weer slapen' }])
})

test('a referral of an earlier episode is not on the lists again when the person comes back', async () => {
  await asRoot(database, async (tx) => {
    await sql`update care.periods set phase = 'referral' where client_id = ${clients.returned.id}`.execute(tx)
    const { rows } =
      await sql`select from referral.referrals where client_id = ${clients.returned.id} and episode_id = ${clients.returned.episode}`.execute(
        tx,
      )
    expect(rows).toHaveLength(1)
  })
  const ticket = await openList(workers.practitioner, ['referral'])
  const waiting = await rowsOf<Waiting>(ticket, 'referral.waiting_list()')
  expect(waiting.map((row) => row.client_id)).toEqual([clients.referred.id])
  await asRoot(database, (tx) =>
    sql`delete from referral.triages where client_id = ${clients.returned.id}`.execute(tx),
  )
  await refer(clients.returned)
  const inbox = await rowsOf<Waiting & { comes_back: boolean }>(ticket, 'referral.inbox()')
  expect(inbox.filter((row) => row.client_id === clients.returned.id)).toMatchObject([{ comes_back: true }])
})

test('appointments of a closed episode are not on the agenda of the team', async () => {
  const ticket = await openList(workers.practitioner, ['agenda'])
  const rows = await rowsOf<{ client_id: string }>(ticket, `agenda.of_teams('2021-01-01', '2026-12-31')`)
  const everyone = await asRoot(
    database,
    async (tx) =>
      (await sql`select from agenda.appointments where client_id = ${clients.returned.id}`.execute(tx)).rows,
  )
  expect(everyone).toHaveLength(2)
  expect(rows.map((row) => row.client_id)).toContain(clients.inCare.id)
  expect(rows.map((row) => row.client_id)).not.toContain(clients.returned.id)
})

test('the board shows phases to whom measures are open, and none of a closed episode', async () => {
  type Card = { client_id: string; phase: number | null }
  const board = async (person: Person) =>
    rowsOf<Card>(await openList(person, ['measures', 'referral']), 'recovery_board.board()')
  const asPractitioner = new Map(
    (await board(workers.practitioner)).map((card) => [card.client_id, card.phase]),
  )
  expect(asPractitioner.get(clients.inCare.id)).toBe(2)
  expect((await board(workers.projectLeader)).every((card) => card.phase === null)).toBe(true)
  await asRoot(database, (tx) =>
    sql`update care.periods set phase = 'care' where client_id = ${clients.returned.id}`.execute(tx),
  )
  expect(
    (await board(workers.practitioner)).find((card) => card.client_id === clients.returned.id),
  ).toMatchObject({ phase: null })
})
