import { type RawBuilder, sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { asApp, asRoot, openTestDatabase } from '../support/database.ts'
import { ask, openTeam } from '../support/gate.ts'
import { makeWorld, put, tokenOf, word } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients, teams } = await makeWorld(database)
afterAll(() => database.close())

async function people(query: RawBuilder<unknown>): Promise<number> {
  const ticket = await openTeam(database, await tokenOf(database, workers.southern), teams.south, [
    'referral',
  ])
  const { rows } = await asApp(database, ticket, (tx) => sql<{ people: number }>`${query}`.execute(tx))
  return rows.reduce((sum, row) => sum + row.people, 0)
}

// One client left, one came: a number of one is a person.
await asRoot(database, async (tx) => {
  await sql`update referral.referrals set source = 'police', received_on = '2026-10-15' where client_id = ${clients.colleague.id}`.execute(
    tx,
  )
  await sql`update care.outflows set team_id = ${teams.south}, left_on = '2026-11-01', destination = 'died' where client_id = ${clients.southern.id}`.execute(
    tx,
  )
})
const referred = sql`select people from recovery_board.referred_by() where source = 'police'`
const left = sql`select people from care.caseload() where fact = 'outflow' and keys = '{died}'`

test.for([
  ['who referred', referred, clients.colleague],
  ['where people went', left, clients.southern],
] as const)('the count of %s holds nobody who is shielded from the asker', async ([, query, client]) => {
  expect(await people(query)).toBe(1)
  await asRoot(database, (tx) =>
    put(tx, 'consent.grants', word(client, null, false, { person_id: workers.southern.id })),
  )
  expect(await people(query)).toBe(0)
})

test('a relative is told of nobody who keeps everything from this relative', async () => {
  const { id, relative } = clients.neighbour
  const beside = async () => {
    const ticket = await ask(database, sql`access.enter_only(${await tokenOf(database, relative)})`)
    return asApp(
      database,
      ticket,
      async (tx) => (await sql`select * from accounts.beside()`.execute(tx)).rows,
    )
  }
  await asRoot(database, async (tx) => {
    await sql`update clients.relatives set person_id = ${relative.id} where client_id = ${id}`.execute(tx)
    await put(tx, 'consent.grants', word({ id }, 'plan', true, { person_id: relative.id }))
    await put(tx, 'consent.grants', word({ id }, 'list', true, { person_id: relative.id }))
  })
  expect(await beside()).toMatchObject([{ client_id: id }])
  await asRoot(database, async (tx) => {
    await sql`delete from consent.grants where person_id = ${relative.id}`.execute(tx)
    await put(tx, 'consent.grants', word({ id }, null, false, { person_id: relative.id }))
  })
  expect(await beside()).toEqual([])
})

test('a name of any length is folded as its first two hundred signs', async () => {
  const { rows } = await asApp(database, null, (tx) =>
    sql`select access.fold(${'ab '.repeat(5000)}) = access.fold(left(${'ab '.repeat(5000)}, 200)) as same`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([{ same: true }])
})
