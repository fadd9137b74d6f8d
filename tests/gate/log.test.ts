import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import type { Tx } from '../../app/platform/database.ts'
import { asApp, asRoot, openTestDatabase, stateOf } from '../support/database.ts'
import { lastLine, lines, openDossier, openTeam } from '../support/gate.ts'
import { type Client, makeWorld, type Person, tokenOf } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients, teams } = await makeWorld(database)
afterAll(() => database.close())

/** Statements as a role that no login has: the gate itself, or the owner of the tables. */
function asInsider(role: 'gate' | 'keeper', statement: string) {
  return asRoot(database, async (tx) => {
    await sql.raw(`set local role ${role}`).execute(tx)
    return sql.raw(statement).execute(tx)
  })
}

test('the gate itself changes and deletes no line, and chooses neither its id, its transaction nor its time', async () => {
  await openDossier(database, await tokenOf(database, workers.practitioner), clients.inCare.id)
  expect(await lines(database)).not.toEqual([])
  const columns = 'request, era, event, granted, session_id, person_id, role, purpose'
  const values = `gen_random_uuid(), 1, 'dossier', true, gen_random_uuid(), gen_random_uuid(), 'x', 'care'`
  for (const statement of [
    `update access.log set purpose = purpose`,
    `delete from access.log`,
    `truncate access.log`,
    `insert into access.log (xact, ${columns}) values ('3', ${values})`,
    `insert into access.log (at, ${columns}) values (now(), ${values})`,
    `insert into access.log (id, ${columns}) values (gen_random_uuid(), ${values})`,
    `update access.rules set by_relation = null`,
    `update access.secrets set key = ''`,
    `delete from access.alerts`,
    `update history.versions set row = '{}'`,
    `delete from history.versions`,
  ])
    expect(await stateOf(asInsider('gate', statement)), statement).toBe('42501')
})

test('the owner of the tables sees no line by accident: policies are forced', async () => {
  expect(await lines(database)).not.toEqual([])
  expect((await asInsider('keeper', 'select * from access.log')).rows).toEqual([])
  expect((await asInsider('keeper', 'select * from clients.clients')).rows).toEqual([])
})

test('ids of lines are UUIDv7, in order', async () => {
  const { rows } = await asRoot(database, (tx) =>
    sql<{
      id: string
    }>`select access.uuid7()::text as id, pg_sleep(0.002) from generate_series(1, 30)`.execute(tx),
  )
  const ids = rows.map((row) => row.id)
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-/.test(id))).toBe(true)
  expect([...ids].sort()).toEqual(ids)
})

type Look = { person_id: string; kinds: string[]; wrote: boolean }

async function looks(person: Person, client: Client, run?: (tx: Tx) => Promise<Look[]>): Promise<Look[]> {
  const ticket = await openDossier(database, await tokenOf(database, person), client.id, { purpose: 'audit' })
  const all = async (tx: Tx) =>
    (await sql<Look>`select * from audit.looks(${client.id}, '2026-11-01', '2026-11-30')`.execute(tx)).rows
  return asApp(database, ticket, run ?? all, 'read only')
}

test('who looked: the client sees every look, refusals, lists and emergencies too; looking is a look', async () => {
  const token = await tokenOf(database, workers.practitioner)
  await openDossier(database, token, clients.inCare.id)
  await openTeam(database, token, teams.north, ['referral'])
  const southern = await tokenOf(database, workers.southern)
  await openDossier(database, southern, clients.inCare.id)
  await openDossier(database, southern, clients.inCare.id, { reason: 'crisis bij de cliënt thuis' })
  const found = await looks(clients.inCare.person, clients.inCare)
  const kinds = new Map(found.map((look) => [look.person_id, [...look.kinds].sort()]))
  expect(kinds.get(workers.practitioner.id)).toEqual(['dossier', 'list'])
  expect(kinds.get(workers.southern.id)).toEqual(['emergency', 'refused'])
  expect(kinds.get(clients.inCare.person.id)).toEqual(['dossier'])
  expect(await lastLine(database, clients.inCare.id)).toMatchObject({
    person_id: clients.inCare.person.id,
    purpose: 'audit',
  })
})

test('who looked at somebody else is not told, nor does a practitioner hear it', async () => {
  expect(await lines(database, sql`client_id = ${clients.inCare.id}`)).not.toEqual([])
  expect(await looks(workers.practitioner, clients.inCare)).toEqual([])
  const another = async (tx: Tx) =>
    (await sql<Look>`select * from audit.looks(${clients.inCare.id}, '2026-11-01', '2026-11-30')`.execute(tx))
      .rows
  expect(await looks(clients.neighbour.person, clients.neighbour, another)).toEqual([])
})

test('the privacy officer sees who looked at a client, and nothing of the dossier', async () => {
  const found = await looks(workers.privacyOfficer, clients.inCare)
  expect(found.some((look) => look.kinds.includes('emergency'))).toBe(true)
  const line = await lastLine(database, clients.inCare.id)
  expect(line).toMatchObject({
    person_id: workers.privacyOfficer.id,
    sections: ['log'],
    basis: ['AVG 39, NEN 7513'],
    purpose: 'audit',
  })
})
