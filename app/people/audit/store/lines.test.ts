import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { testDay } from '../../../../tests/support/clock.ts'
import { asApp, asRoot, openTestDatabase, stateOf } from '../../../../tests/support/database.ts'
import { ask, openDossier } from '../../../../tests/support/gate.ts'
import { hire, makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import type { Tx } from '../../../platform/database.ts'
import { type LogFilter, lastWeek } from '../rules/log-filter.ts'
import { countAlarms, listExport, listLines, listPeople, noteExport } from './lines.ts'

const database = await openTestDatabase()
const { workers, clients, organisations } = await makeWorld(database)
afterAll(() => database.close())

const filter: LogFilter = { ...lastWeek(testDay), which: null, person: null, client: null, before: null }
const client = clients.inCare.id
await openDossier(database, await tokenOf(database, workers.practitioner), client)
await openDossier(database, await tokenOf(database, workers.addiction), client)
await openDossier(database, await tokenOf(database, workers.distant), client)
await openDossier(database, await tokenOf(database, workers.southern), client, {
  reason: 'belde in paniek op',
})

const openLog = async (person: Person) =>
  ask(database, sql`access.open_log(${await tokenOf(database, person)})`)
const asOfficer = async <T>(run: (tx: Tx) => Promise<T>, mode: 'read only' | 'read write' = 'read only') =>
  asApp(database, await openLog(workers.privacyOfficer), run, mode)
const inLog = (person: Person) =>
  asRoot(database, (tx) => sql`select from access.log where person_id = ${person.id}`.execute(tx))

test('the lines of the own organisation are there, of another they are not', async () => {
  const lines = await asOfficer((tx) => listLines(tx, filter, 200, 'nl'))
  const people = lines.map(({ personId }) => personId)
  expect(people).toContain(workers.practitioner.id)
  expect((await inLog(workers.addiction)).rows).toHaveLength(1)
  expect(people).not.toContain(workers.addiction.id)
})

test('that the log is read is a line of its own, the newest', async () => {
  const [newest] = await asOfficer((tx) => listLines(tx, filter, 1, 'nl'))
  expect(newest).toMatchObject({ event: 'log', personId: workers.privacyOfficer.id, granted: true })
})

test('a line says who, in which function, on which ground', async () => {
  const chosen = { ...filter, person: workers.practitioner.id }
  const [line] = await asOfficer((tx) => listLines(tx, chosen, 10, 'nl'))
  expect(line).toMatchObject({ event: 'dossier', action: 'R', clientId: client, person: 'W. practitioner' })
  expect(line?.basis).toContain('BW 7:457 lid 2')
  expect(line?.function).not.toBe('')
})

test.each([
  ['emergency', 'southern'],
  ['refused', 'distant'],
] as const)('%s is found alone', async (which, who) => {
  const lines = await asOfficer((tx) => listLines(tx, { ...filter, which }, 200, 'nl'))
  expect(lines.map(({ personId }) => personId)).toEqual([workers[who].id])
})

test('one page begins after the last line of the page before', async () => {
  const ticket = await openLog(workers.privacyOfficer)
  const page = (before: LogFilter['before']) =>
    asApp(database, ticket, (tx) => listLines(tx, { ...filter, before }, 3, 'nl'), 'read only')
  const first = await page(null)
  const second = await page((first.at(-1)?.id ?? null) as LogFilter['before'])
  const ids = [...first, ...second].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(3)
})

test('nobody else opens the log, and the attempt stays', async () => {
  expect(await openLog(workers.practitioner)).toBeNull()
  expect(await openLog(workers.administrator)).toBeNull()
  const lines = await asOfficer((tx) => listLines(tx, { ...filter, which: 'log' }, 200, 'nl'))
  expect(lines.filter(({ granted }) => !granted).map(({ role }) => role)).toEqual([
    'administrator',
    'practitioner',
  ])
})

test('without a committed line there is nothing: not for a ticket alone, not for a dossier', async () => {
  const token = await tokenOf(database, workers.privacyOfficer)
  const alone = await ask(database, sql`access.enter_only(${token})`)
  const dossier = await openDossier(database, token, client, { purpose: 'audit' })
  for (const ticket of [alone, dossier]) {
    const read = (run: (tx: Tx) => Promise<unknown>) => asApp(database, ticket, run, 'read only')
    expect(await read((tx) => listLines(tx, filter, 200, 'nl'))).toEqual([])
    expect(await read((tx) => listPeople(tx, filter.from, filter.until))).toEqual([])
    expect(await read((tx) => countAlarms(tx, filter))).toEqual({
      emergencies: 0,
      refused: 0,
      wideSearches: 0,
    })
  }
})

test('an export gives rows only after its own committed line', async () => {
  expect(await asOfficer((tx) => listExport(tx, filter, 'nl'))).toEqual([])
  const rolledBack = asOfficer(async (tx) => {
    await noteExport(tx, filter)
    expect(await listExport(tx, filter, 'nl')).toEqual([])
    throw new Error('rolled back')
  }, 'read write')
  await expect(rolledBack).rejects.toThrow('rolled back')
  expect(await asOfficer((tx) => listExport(tx, filter, 'nl'))).toEqual([])
  await asOfficer((tx) => noteExport(tx, filter), 'read write')
  expect(await asOfficer((tx) => listExport(tx, filter, 'nl'))).toEqual([])
})

test('in the session that committed it, the export is there; for other days it is not', async () => {
  const token = await tokenOf(database, workers.privacyOfficer)
  const open = () => ask(database, sql`access.open_log(${token})`)
  await asApp(database, await open(), (tx) => noteExport(tx, filter))
  const read = async (chosen: LogFilter) =>
    asApp(database, await open(), (tx) => listExport(tx, chosen, 'nl'), 'read only')
  expect((await read(filter)).length).toBeGreaterThan(4)
  expect(await read({ ...filter, from: filter.until })).toEqual([])
})

test('who did not open the log cannot write that an export was made', async () => {
  const token = await tokenOf(database, workers.practitioner)
  const ticket = await ask(database, sql`access.enter_only(${token})`)
  expect(await stateOf(asApp(database, ticket, (tx) => noteExport(tx, filter)))).toBe('42501')
})

test('emergencies and refusals are counted', async () => {
  const counts = await asOfficer((tx) => countAlarms(tx, filter))
  expect(counts.emergencies).toBe(1)
  expect(counts.refused).toBeGreaterThanOrEqual(1)
})

test('a client and a relative, who work for nobody, are seen by the officer of who is in their team, not by another', async () => {
  const other = await asRoot(database, (tx) => hire(tx, 'privacy-officer', organisations.municipality, null))
  await openDossier(database, await tokenOf(database, clients.inCare.person), client, { purpose: 'own' })
  await openDossier(database, await tokenOf(database, clients.inCare.relative), client, { purpose: 'own' })
  const portal = [clients.inCare.person.id, clients.inCare.relative.id]
  const seenBy = async (officer: Person) => {
    const ticket = await openLog(officer)
    return asApp(
      database,
      ticket,
      async (tx) => {
        const lines = await listLines(tx, filter, 200, 'nl')
        const people = (await listPeople(tx, filter.from, filter.until)).map(({ id }) => id)
        const ids = lines.map(({ personId }) => personId)
        return portal.map((id) => [ids.includes(id), people.includes(id as never)])
      },
      'read only',
    )
  }
  expect(await seenBy(workers.privacyOfficer)).toEqual([
    [true, true],
    [true, true],
  ])
  for (const id of portal)
    expect((await inLog({ id, role: 'client', organisation: null } as Person)).rows).toHaveLength(1)
  expect(await seenBy(other)).toEqual([
    [false, false],
    [false, false],
  ])
})
