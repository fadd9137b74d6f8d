import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import type { Day } from '../../app/core/day.ts'
import { newId } from '../../app/core/id.ts'
import { NotFound, SignedOut, Stale } from '../../app/core/outcome.ts'
import { act, mustChange, read, type Tx } from '../../app/platform/database.ts'
import { atTestMoment } from '../support/clock.ts'
import { asRoot, openTestDatabase, stateOf } from '../support/database.ts'
import { lastLine, lines, seenIn } from '../support/gate.ts'
import { makeWorld, put, tokenOf } from '../support/people.ts'

const database = await openTestDatabase()
const { workers, clients, teams } = await makeWorld(database)
const asker = { database, token: await tokenOf(database, workers.practitioner) }
afterAll(() => database.close())

const dossier = (client = clients.inCare) => ({ dossier: client.id, purpose: 'care' as const })
const addRelative = (client = clients.inCare) => ({
  id: newId(),
  client_id: client.id,
  name: 'Ina',
  relation: 'moeder',
})

test('reading shows what was opened, after its line was committed', async () => {
  const before = (await lines(database)).length
  const seen = await atTestMoment(() => read(asker, [dossier()], (tx) => seenIn(tx, clients.inCare.id)))
  expect(seen).toContain('reports')
  expect(await lines(database)).toHaveLength(before + 1)
})

test('refused is NotFound, the function does not run, and the refusal stays in the log', async () => {
  let ran = false
  const attempt = atTestMoment(() =>
    read(asker, [dossier(clients.southern)], async () => {
      ran = true
    }),
  )
  await expect(attempt).rejects.toThrow(NotFound)
  expect(ran).toBe(false)
  expect(await lastLine(database, clients.southern.id)).toMatchObject({
    granted: false,
    person_id: workers.practitioner.id,
  })
})

test('of several openings one refusal refuses all, and every line up to it stays', async () => {
  const before = (await lines(database)).length
  const attempt = atTestMoment(() => read(asker, [dossier(), dossier(clients.southern)], async () => {}))
  await expect(attempt).rejects.toThrow(NotFound)
  expect((await lines(database)).slice(before).map((line) => line.granted)).toEqual([true, false])
})

test('several openings are one request', async () => {
  const before = (await lines(database)).length
  const opened = [
    dossier(),
    { dossiers: [clients.neighbour.id, clients.aftercare.id], purpose: 'care' as const },
    { team: teams.north, columns: ['referral' as const], purpose: 'meeting' as const },
    {
      search: { name: 'smit', birth: '1980-02-03' as Day, phone: '', regionWide: false },
      purpose: 'referral' as const,
    },
  ]
  await atTestMoment(() => read(asker, opened, async () => {}))
  const added = (await lines(database)).slice(before)
  expect(added.map((line) => line.event)).toEqual(['dossier', 'many', 'many', 'list', 'search'])
  expect(new Set(added.map((line) => line.request)).size).toBe(1)
})

test('a page without clients opens nothing and leaves no line', async () => {
  const before = (await lines(database)).length
  expect(await atTestMoment(() => read(asker, [], (tx) => seenIn(tx)))).toEqual([])
  expect(await lines(database)).toHaveLength(before)
})

test('a session that ended, or never was, is SignedOut', async () => {
  for (const openings of [[], [dossier()]]) {
    const attempt = atTestMoment(() => read({ database, token: 'nobody' }, openings, async () => {}))
    await expect(attempt).rejects.toThrow(SignedOut)
  }
})

test('a session that ends between opening and reading is SignedOut too', async () => {
  const short = { database, token: await tokenOf(database, workers.second) }
  const attempt = atTestMoment(() =>
    act(short, [dossier()], async (tx) => {
      await sql`select access.end_session(id) from access.my_sessions()`.execute(tx)
      await sql`select access.use(current_setting('access.ticket'))`.execute(tx)
    }),
  )
  await expect(attempt).rejects.toThrow(SignedOut)
})

test('a write while reading is refused by the database: 25006', async () => {
  const attempt = atTestMoment(() =>
    read(asker, [dossier()], (tx) => put(tx, 'clients.relatives', addRelative())),
  )
  expect(await stateOf(attempt)).toBe('25006')
})

test('an act writes, and its opening says so', async () => {
  const row = addRelative()
  await atTestMoment(() => act(asker, [dossier()], (tx) => put(tx, 'clients.relatives', row)))
  const { rows } = await asRoot(database, (tx) =>
    sql`select written_by from clients.relatives where id = ${row.id}`.execute(tx),
  )
  expect(rows).toEqual([{ written_by: workers.practitioner.id }])
  expect(await lastLine(database, clients.inCare.id)).toMatchObject({ action: 'U', granted: true })
})

test.for([
  ['an error of the database', '22012'],
  ['an error of ours', 'Error: ours'],
] as const)('%s in an act undoes what it wrote, and leaves the line of its opening', async ([, state]) => {
  const row = addRelative()
  const before = (await lines(database)).length
  const attempt = atTestMoment(() =>
    act(asker, [dossier()], async (tx) => {
      await put(tx, 'clients.relatives', row)
      if (state === '22012') await sql`select 1 / 0`.execute(tx)
      throw new Error('ours')
    }),
  )
  expect(await stateOf(attempt)).toBe(state)
  expect(
    await asRoot(
      database,
      async (tx) => (await sql`select from clients.relatives where id = ${row.id}`.execute(tx)).rows,
    ),
  ).toEqual([])
  expect(await lines(database)).toHaveLength(before + 1)
})

test('writing in a dossier that is not opened is NotFound', async () => {
  const attempt = atTestMoment(() =>
    act(asker, [dossier()], (tx) => put(tx, 'clients.relatives', addRelative(clients.neighbour))),
  )
  await expect(attempt).rejects.toThrow(NotFound)
})

test('what a function of the gate refuses is NotFound', async () => {
  const link = (tx: Tx) =>
    sql`select accounts.link(${clients.neighbour.id}, 'client', null, ${newId()})`.execute(tx)
  await expect(atTestMoment(() => act(asker, [dossier()], link))).rejects.toThrow(NotFound)
})

test.for([
  ['a table', 'delete from clients.clients'],
  ['a column', 'select bsn_key from clients.details'],
  ['a function', "select access.sign('x')"],
  ['a schema', 'select from public.migrations'],
] as const)(
  'a right that a deed forgot on %s is a bug that shows, not a page that is not there',
  async ([, query]) => {
    const attempt = atTestMoment(() => act(asker, [dossier()], (tx) => sql.raw(query).execute(tx)))
    await expect(attempt).rejects.not.toThrow(NotFound)
    expect(
      await stateOf(atTestMoment(() => act(asker, [dossier()], (tx) => sql.raw(query).execute(tx)))),
    ).toBe('42501')
  },
)

test('an emergency travels with its reason', async () => {
  const southern = { database, token: await tokenOf(database, workers.southern) }
  const emergency = { ...dossier(), emergency: 'crisis bij de cliënt thuis' }
  expect(await atTestMoment(() => read(southern, [emergency], (tx) => seenIn(tx)))).toContain('reports')
  expect(await lastLine(database, clients.inCare.id)).toMatchObject({
    event: 'emergency',
    reason: 'crisis bij de cliënt thuis',
  })
})

test('a change of a version that is no longer there is Stale', async () => {
  const row = addRelative()
  const change = (version: bigint, name: string) =>
    atTestMoment(() =>
      act(asker, [dossier()], async (tx) => {
        const done =
          await sql`update clients.relatives set name = ${name} where id = ${row.id} and version = ${Number(version)}`.execute(
            tx,
          )
        mustChange({ numUpdatedRows: done.numAffectedRows ?? 0n })
      }),
    )
  await atTestMoment(() => act(asker, [dossier()], (tx) => put(tx, 'clients.relatives', row)))
  await change(1n, 'eerst')
  await expect(change(1n, 'te laat')).rejects.toThrow(Stale)
  await change(2n, 'daarna')
})

test("two people at once do not get in each other's transaction", async () => {
  const southern = { database, token: await tokenOf(database, workers.southern) }
  const both = await Promise.all(
    Array.from({ length: 6 }, (_, i) =>
      atTestMoment(() =>
        i % 2 === 0
          ? read(asker, [dossier()], (tx) => seenIn(tx, clients.southern.id))
          : read(southern, [dossier(clients.southern)], (tx) => seenIn(tx, clients.inCare.id)),
      ),
    ),
  )
  expect(both.flat()).toEqual([])
})

test('both engines answer in the same shapes: days as text, counts as numbers, moments as dates', async () => {
  const { rows } = await asRoot(database, (tx) =>
    sql`select count(*) as n, access.today() as day, access.now() as moment, array['a'] as list, '{"a": 1}'::jsonb as body, null as nothing from clients.clients`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([
    {
      n: Object.keys(clients).length,
      day: '2026-11-24',
      moment: new Date('2026-11-24T09:00:00Z'),
      list: ['a'],
      body: { a: 1 },
      nothing: null,
    },
  ])
})
