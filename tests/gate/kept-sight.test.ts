import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../app/core/id.ts'
import type { Tx } from '../../app/platform/database.ts'
import { asApp, asRoot, openTestDatabase } from '../support/database.ts'
import { openDossier, seenIn } from '../support/gate.ts'
import { makeWorld, put, tokenOf } from '../support/people.ts'

// Where a transaction only reads, what it may see is kept in settings, which the application can read and write.
const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const token = await tokenOf(database, workers.practitioner)
afterAll(() => database.close())

type Kept = [name: string, value: string][]

async function kept(tx: Tx): Promise<Kept> {
  const names = ['opened_reports', 'opened_list', 'hidden'].map((part) => `access.${part}`)
  const { rows } = await sql<{ name: string; value: string | null }>`
    select name, current_setting(name, true) as value from unnest(${names}::text[]) name`.execute(tx)
  return rows.map(({ name, value }) => [name, value ?? ''])
}

async function write(tx: Tx, all: Kept) {
  for (const [name, value] of all) await sql`select set_config(${name}, ${value}, true)`.execute(tx)
}

const reading = <T>(ticket: string | null, run: (tx: Tx) => Promise<T>) =>
  asApp(database, ticket, run, 'read only')

test('a reading transaction keeps what it may see, a writing one nothing: there it can change', async () => {
  const ticket = await openDossier(database, token, clients.inCare.id, { action: 'U' })
  const told = new Map(await reading(ticket, kept))
  expect(told.get('access.opened_reports')).toContain(clients.inCare.id)
  expect(told.get('access.hidden')).toMatch(/^[0-9a-f]{64}\{\}$/)
  const inWriting = await asApp(database, ticket, kept)
  expect(inWriting.map(([, value]) => value)).toEqual(['', '', ''])
})

test('what one transaction kept is no key for a ticket that opened something else, nor without one', async () => {
  const mine = await reading(await openDossier(database, token, clients.inCare.id), kept)
  const southern = await tokenOf(database, workers.southern)
  const foreign = await openDossier(database, southern, clients.southern.id)
  async function look(tx: Tx) {
    await write(tx, mine)
    return seenIn(tx, clients.inCare.id)
  }
  expect(await asRoot(database, (tx) => seenIn(tx, clients.inCare.id))).toContain('reports')
  for (const ticket of [foreign, null]) {
    expect(await reading(ticket, look)).toEqual([])
    expect(await asApp(database, ticket, look)).toEqual([])
  }
})

test('what one transaction kept does not count in the next, though the ticket is the same', async () => {
  const { neighbour } = clients
  const ticket = await openDossier(database, token, neighbour.id)
  const reports = async (tx: Tx) =>
    (await sql<{ id: string }>`select id from contacts.contacts order by id`.execute(tx)).rows
  const [before, rows] = await reading(ticket, async (tx) => [await kept(tx), await reports(tx)] as const)
  const row = rows[0]?.id
  await asRoot(database, (tx) =>
    put(tx, 'consent.shielded_rows', {
      id: newId(),
      client_id: neighbour.id,
      row_id: row,
      person_id: workers.practitioner.id,
      during: '[2021-01-01,)',
    }),
  )
  const after = await reading(ticket, async (tx) => {
    await write(tx, before)
    return reports(tx)
  })
  expect(rows.map(({ id }) => id)).toContain(row)
  expect(after.map(({ id }) => id)).not.toContain(row)
})

test('a second ticket in one transaction takes the place of the first', async () => {
  const first = await openDossier(database, token, clients.inCare.id)
  const second = await openDossier(database, token, clients.neighbour.id)
  await reading(first, async (tx) => {
    const before = await kept(tx)
    await sql`select access.use(${second})`.execute(tx)
    await write(tx, before)
    expect(await seenIn(tx, clients.inCare.id)).toEqual([])
    expect(await seenIn(tx, clients.neighbour.id)).not.toEqual([])
  })
})

test.for([
  ['another client under the same seal', (value: string) => value.slice(0, 64) + foreign],
  ['a seal of zeros', () => '0'.repeat(64) + foreign],
  ['no seal', () => foreign],
  ['something else', () => 'x'],
] as const)('touched, it is of no use: %s', async ([, change]) => {
  expect(await asRoot(database, (tx) => seenIn(tx, clients.southern.id))).toContain('reports')
  await reading(await openDossier(database, token, clients.inCare.id), async (tx) => {
    const mine = await kept(tx)
    await write(
      tx,
      mine.map(([name, value]) => [name, change(value)]),
    )
    expect(await seenIn(tx, clients.southern.id)).toEqual([])
    expect(await seenIn(tx, clients.inCare.id)).toContain('reports')
  })
})

const foreign = `{${clients.southern.id}}`

test('what is kept of one section opens no other', async () => {
  const secretary = await tokenOf(database, workers.secretary)
  expect(await asRoot(database, (tx) => seenIn(tx, clients.inCare.id))).toContain('reports')
  await reading(await openDossier(database, secretary, clients.inCare.id), async (tx) => {
    const list = new Map(await kept(tx)).get('access.opened_list') ?? ''
    expect(list).toContain(clients.inCare.id)
    await write(tx, [['access.opened_reports', list]])
    expect(await seenIn(tx, clients.inCare.id)).not.toContain('reports')
  })
})
