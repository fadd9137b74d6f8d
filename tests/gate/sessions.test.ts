import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { asApp, asRoot, openTestDatabase, stateOf } from '../support/database.ts'
import { openDossier, seen } from '../support/gate.ts'
import { makeWorld, signIn, tokenOf } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients, organisations } = await makeWorld(database)
const { practitioner } = workers
afterAll(() => database.close())

const signOut = (token: string) =>
  database.signin.transaction().execute((tx) => sql`select access.sign_out(${token})`.execute(tx))

/** As if the last sign of life was so long ago. */
const idleFor = (time: string) =>
  asRoot(database, (tx) => sql`update access.sessions set seen_at = now() - ${time}::interval`.execute(tx))

const arrive = (token: string) =>
  asApp(
    database,
    null,
    async (tx) => (await sql<{ person_id: string }>`select * from access.arrive(${token})`.execute(tx)).rows,
  )

test('signing out ends the token and every ticket that it gave', async () => {
  const token = await tokenOf(database, practitioner)
  const ticket = await openDossier(database, token, clients.inCare.id)
  expect(await seen(database, ticket)).not.toEqual([])
  await signOut(token)
  expect(await stateOf(openDossier(database, token, clients.inCare.id))).toBe('28000')
  expect(await stateOf(seen(database, ticket))).toBe('28000')
})

test('a session that is idle too long is over, ticket and all; one that is used stays', async () => {
  const token = await signIn(
    database,
    practitioner.id,
    practitioner.role,
    practitioner.organisation,
    '10 min',
  )
  const ticket = await openDossier(database, token, clients.inCare.id)
  await idleFor('9 min')
  expect(await arrive(token)).toMatchObject([{ person_id: practitioner.id }])
  await idleFor('11 min')
  expect(await stateOf(arrive(token))).toBe('28000')
  expect(await stateOf(openDossier(database, token, clients.inCare.id))).toBe('28000')
  expect(await stateOf(seen(database, ticket))).toBe('28000')
})

test('arriving moves the idle clock on', async () => {
  const token = await tokenOf(database, practitioner)
  await idleFor('10 min')
  await arrive(token)
  const { rows } = await asRoot(database, (tx) =>
    sql<{
      fresh: boolean
    }>`select seen_at > now() - interval '1 min' as fresh from access.sessions where ended_at is null order by started_at desc limit 1`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([{ fresh: true }])
})

test('a session ends at its last moment, however much it is used', async () => {
  const token = await tokenOf(database, practitioner)
  await asRoot(database, (tx) => sql`update access.sessions set expires_at = now()`.execute(tx))
  expect(await stateOf(arrive(token))).toBe('28000')
})

test('one role is active: the other roles of the same person do not count', async () => {
  const client = clients.colleague
  const asClient = await signIn(database, client.person.id, 'client', null)
  expect(await openDossier(database, asClient, client.id, { purpose: 'own' })).not.toBeNull()
  const asWorker = await signIn(database, client.person.id, 'practitioner', organisations.ggz)
  expect(await stateOf(openDossier(database, asWorker, client.id, { purpose: 'own' }))).toBe('28000')
  const elsewhere = await signIn(database, practitioner.id, 'practitioner', organisations.vnn)
  expect(await stateOf(openDossier(database, elsewhere, clients.inCare.id))).toBe('28000')
})

test('a worker has no session without an organisation: it would ask for no agreement', async () => {
  expect(await stateOf(signIn(database, practitioner.id, 'practitioner', null))).toBe('23514')
})

test("one sees and ends the own sessions, from another device too, and nobody else's", async () => {
  const [mine, other, colleague] = [
    await tokenOf(database, practitioner),
    await tokenOf(database, practitioner),
    await tokenOf(database, workers.second),
  ]
  const ticket = await openDossier(database, mine, clients.inCare.id)
  type Row = { id: string; this_one: boolean }
  const own = await asApp(
    database,
    ticket,
    async (tx) => (await sql<Row>`select * from access.my_sessions()`.execute(tx)).rows,
  )
  const all = await asRoot(
    database,
    async (tx) =>
      (
        await sql<{
          id: string
          person_id: string
        }>`select id, person_id from access.sessions where ended_at is null`.execute(tx)
      ).rows,
  )
  expect(own.filter((session) => session.this_one)).toHaveLength(1)
  const ids = new Map(all.map((session) => [session.id, session.person_id]))
  expect(own.every((session) => ids.get(session.id) === practitioner.id)).toBe(true)
  for (const session of all)
    await asApp(database, ticket, (tx) =>
      sql`select access.end_session(${session.id}) where ${session.id}::uuid <> (select id from access.my_sessions() where this_one)`.execute(
        tx,
      ),
    )
  expect(await stateOf(arrive(other))).toBe('28000')
  expect(await stateOf(arrive(colleague))).toBe('')
})

test('only the sign-in code makes sessions, and it keeps no token', async () => {
  const token = await tokenOf(database, practitioner)
  expect(
    await stateOf(
      asApp(database, null, (tx) =>
        sql`select access.sign_in('x', ${practitioner.id}, 'practitioner', null, '', '1 h', '1 h')`.execute(
          tx,
        ),
      ),
    ),
  ).toBe('42501')
  const { rows } = await asRoot(database, (tx) =>
    sql<{ all: string }>`select string_agg(s::text, ' ') as all from access.sessions s`.execute(tx),
  )
  expect(rows[0]?.all).toContain(practitioner.id)
  expect(rows[0]?.all).not.toContain(token)
  expect(rows[0]?.all).not.toContain(Buffer.from(token).toString('hex'))
})
