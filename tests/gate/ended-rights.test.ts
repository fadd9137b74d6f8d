import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { asApp, asRoot, openTestDatabase, stateOf } from '../support/database.ts'
import { ask, lastLine, openDossier } from '../support/gate.ts'
import { makeWorld, type Person, tokenOf } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients, organisations } = await makeWorld(database)
afterAll(() => database.close())

const enter = (token: string) => ask(database, sql`access.enter_only(${token})`)
const openLog = (token: string) => ask(database, sql`access.open_log(${token})`)

/** As when the last day of the post was yesterday. */
const endPost = ({ id }: Person) =>
  asRoot(database, (tx) =>
    sql`update staff.memberships set during = '[2020-01-01,2020-02-01)' where person_id = ${id}`.execute(tx),
  )

test.for([
  ['administrator', workers.administrator],
  ['privacy officer', workers.privacyOfficer],
  ['practitioner', workers.second],
] as const)('the session of a %s ends with the post that it was opened for', async ([, person]) => {
  const token = await tokenOf(database, person)
  expect(await enter(token)).not.toBeNull()
  await endPost(person)
  expect(await stateOf(enter(token))).toBe('28000')
  expect(await stateOf(openLog(token))).toBe('28000')
  expect(await stateOf(openDossier(database, token, clients.inCare.id))).toBe('28000')
})

test('an administrator who ends a post ends its sessions and their tickets at once, and no others', async () => {
  const { rows } = await asRoot(database, (tx) =>
    sql<{ id: string }>`select id from staff.memberships where person_id = ${workers.addiction.id}`.execute(
      tx,
    ),
  )
  await asRoot(database, (tx) =>
    sql`update staff.memberships set during = '[2020-01-01,)' where person_id = ${workers.administrator.id}`.execute(
      tx,
    ),
  )
  const tokens = [await tokenOf(database, workers.addiction), await tokenOf(database, workers.practitioner)]
  const tickets = await Promise.all(tokens.map((token) => enter(token)))
  const boss = await enter(await tokenOf(database, workers.administrator))
  await asApp(database, boss, (tx) =>
    sql`select staff.end_membership(${rows[0]?.id}, '2026-11-01')`.execute(tx),
  )
  const states = await Promise.all(
    tickets.map((ticket) => stateOf(asApp(database, ticket ?? '', (tx) => sql`select`.execute(tx)))),
  )
  expect(states).toEqual(['28000', ''])
})

test('without an agreement a privacy officer reads the log of the own house, and opens no client of others', async () => {
  const officer = workers.privacyOfficer
  await asRoot(database, (tx) =>
    sql`update staff.memberships set during = '[2020-01-01,)' where person_id = ${officer.id}`.execute(tx),
  )
  const token = await tokenOf(database, officer)
  expect(await openDossier(database, token, clients.southern.id, { purpose: 'audit' })).not.toBeNull()
  await asRoot(database, (tx) =>
    sql`update staff.agreements set during = '[2020-01-01,2020-02-01)' where organisation_id = ${organisations.ggz}`.execute(
      tx,
    ),
  )
  expect(await openDossier(database, token, clients.southern.id, { purpose: 'audit' })).toBeNull()
  expect(await lastLine(database, clients.southern.id)).toMatchObject({ granted: false })
  expect(await openLog(token)).not.toBeNull()
})
