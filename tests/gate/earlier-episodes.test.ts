import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../app/core/id.ts'
import { asApp, asRoot, openTestDatabase, stateOf } from '../support/database.ts'
import { openDossier, probes, seen, seenIn } from '../support/gate.ts'
import { makeWorld, type Person, put, tokenOf } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const { returned } = clients
afterAll(() => database.close())

async function open(person: Person, action: 'R' | 'U' = 'R') {
  return openDossier(database, await tokenOf(database, person), returned.id, { action })
}

const everything = Object.keys(probes).sort()
const whoTheClientIs = ['identity', 'list']

test('of who came back, the earlier episode is closed to the team; who the client is stays open', async () => {
  expect(await asRoot(database, (tx) => seenIn(tx, returned.id))).toEqual(everything)
  expect(await seen(database, await open(workers.practitioner))).toEqual(whoTheClientIs)
})

test('that there was an earlier period does not show either', async () => {
  const periods = async (run: typeof asRoot) =>
    run(
      database,
      async (tx) =>
        (
          await sql<{
            episode_id: string
          }>`select episode_id from care.periods where client_id = ${returned.id}`.execute(tx)
        ).rows,
    )
  expect(await periods(asRoot)).toHaveLength(2)
  const ticket = await open(workers.practitioner)
  const shown = await asApp(
    database,
    ticket,
    async (tx) => (await sql<{ episode_id: string }>`select episode_id from care.periods`.execute(tx)).rows,
  )
  expect(shown).toHaveLength(1)
  expect(shown[0]?.episode_id).not.toBe(returned.episode)
})

test('what is written now belongs to the episode of now, and is seen', async () => {
  const row = { id: newId(), client_id: returned.id, phase: 2, talked_on: '2026-11-24' }
  await asApp(database, await open(workers.practitioner, 'U'), (tx) => put(tx, 'instruments.phases', row))
  const shown = await asApp(
    database,
    await open(workers.second),
    async (tx) => (await sql<{ id: string }>`select id from instruments.phases`.execute(tx)).rows,
  )
  expect(shown).toEqual([{ id: row.id }])
})

test('a closed row is not changed by an update that names no row', async () => {
  await asApp(database, await open(workers.practitioner, 'U'), (tx) =>
    sql`update clients.relatives set name = 'anders'`.execute(tx),
  )
  const { rows } = await asRoot(database, (tx) =>
    sql`select name from clients.relatives where client_id = ${returned.id}`.execute(tx),
  )
  expect(rows).toEqual([{ name: 'Mies' }])
})

test('an emergency shows what is open, not the closed episode', async () => {
  const token = await tokenOf(database, workers.southern)
  const ticket = await openDossier(database, token, returned.id, { reason: 'crisis bij de cliënt thuis' })
  expect(await seen(database, ticket)).toEqual([...whoTheClientIs, 'measures'])
})

test('the client reads the whole dossier, also what is closed to others', async () => {
  expect(await seen(database, await open(returned.person))).toEqual(
    everything.filter((section) => section !== 'in-confidence'),
  )
})

test('out of care there is no episode of now: then nothing is closed for who still may look', async () => {
  const token = await tokenOf(database, workers.southern)
  const ticket = await openDossier(database, token, clients.left.id, { reason: 'crisis bij de cliënt thuis' })
  expect(await seen(database, ticket)).toContain('reports')
})

test('permission opens that episode, once it is recorded by who may write consent', async () => {
  const reopen = async (person: Person) =>
    asApp(database, await open(person, 'U'), (tx) =>
      sql`select consent.reopen(${returned.id}, ${returned.episode}, 'client')`.execute(tx),
    )
  expect(await stateOf(reopen(workers.trainee))).toBe('42501')
  expect(await seen(database, await open(workers.practitioner))).not.toContain('reports')
  await reopen(returned.person)
  expect(await seen(database, await open(workers.practitioner))).toEqual(everything)
  const { rows } = await asRoot(database, (tx) =>
    sql`select given_by, recorded_by from consent.reopenings`.execute(tx),
  )
  expect(rows).toEqual([{ given_by: 'client', recorded_by: returned.person.id }])
})
