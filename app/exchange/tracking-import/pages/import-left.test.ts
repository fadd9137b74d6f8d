import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { openImports, sheet, shows, until } from '../../../../tests/support/imports.ts'
import { put, tokenOf } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { link, paths } from '../../../links.ts'

const database = await openTestDatabase()
const { app, count, me, named, prepare, workers } = await openImports(database)
afterAll(() => database.close())

const person = (given: string, family: string, day: string, rest: string) =>
  `${given};${family};${day};;${rest}`
const left = (destination: string) => `uit zorg;1-2-2026;16-2-2026;ggz;;31-10-2026;${destination}`

async function readIn(...rows: string[]): Promise<string> {
  const page = await prepare(sheet(...rows))
  await me.post(page, { stap: 'inlezen' })
  return page
}

const of = (id: string | undefined) => sql`client_id = ${id ?? null}`

async function searched(given: string, family: string, birthDate: string): Promise<string> {
  const found = await me.post(paths.newReferral, {
    step: 'search',
    givenName: given,
    familyName: family,
    birthDate,
  })
  return (await me.get(found.to ?? '')).text
}

test('who is read in as died is dead: the day stands, the line says so, and nobody refers this person again', async () => {
  const page = await prepare(
    sheet(
      person('Dora', 'Doodeman', '1-2-1950', left('overleden')),
      person('Lien', 'Levend', '1-2-1951', left('verhuisd')),
    ),
  )
  expect(shows((await me.get(page)).text, 'overleden op deze dag')).toBe(true)
  await me.post(page, { stap: 'inlezen' })
  expect(shows((await me.get(page)).text, 'overleden op deze dag')).toBe(true)
  const [[dead], [alive]] = await Promise.all([named('Doodeman'), named('Levend')])
  expect(await count('clients.deaths', sql`client_id = ${dead} and died_on = '2026-10-31'`)).toBe(1)
  expect(await count('clients.deaths', of(alive))).toBe(0)
  const comeBack = (clientId = '') => link('comeBack', { clientId })
  expect(shows(await searched('Lien', 'Levend', '01-02-1951'), comeBack(alive))).toBe(true)
  expect((await me.get(comeBack(alive))).status).toBe(200)
  const text = await searched('Dora', 'Doodeman', '01-02-1950')
  expect(shows(text, 'Was eerder in zorg')).toBe(true)
  expect(shows(text, comeBack(dead))).toBe(false)
  expect((await me.get(comeBack(dead))).status).toBe(404)
})

test('undo takes back a death with its person, and history keeps it', async () => {
  const page = await readIn(person('Ada', 'Herroepen', '1-3-1950', left('overleden')))
  const [dead] = await named('Herroepen')
  expect(await count('clients.deaths', of(dead))).toBe(1)
  await me.post(`${page}/terugdraaien`)
  await until(async () => (await me.get(`${page}/terugdraaien`)).heading === 'Teruggedraaid')
  expect(await named('Herroepen')).toEqual([])
  expect(await count('clients.deaths', of(dead))).toBe(0)
  const kept = sql`client_id = ${dead} and table_name = 'clients.deaths'`
  expect(await count('history.versions', kept)).toBe(1)
})

test('who died since the import stays when it is undone', async () => {
  const page = await readIn(person('Guus', 'Gestorven', '1-4-1950', 'in zorg;1-2-2026;16-2-2026;ggz;'))
  const [dead] = await named('Gestorven')
  await asRoot(database, (tx) =>
    put(tx, 'clients.deaths', { id: newId(), client_id: dead, died_on: '2026-11-20' }),
  )
  await me.post(`${page}/terugdraaien`)
  await until(async () => (await me.get(`${page}/terugdraaien`)).heading === 'Teruggedraaid')
  expect(await named('Gestorven')).toEqual([dead])
})

test('who left, or is in aftercare, has the days that the product itself gives', async () => {
  const inCare = 'in zorg;1-2-2026;16-2-2026;ggz;'
  await readIn(
    person('Rob', 'Regelt', '1-5-1960', inCare),
    person('Ria', 'Rondt', '1-5-1961', inCare),
    person('Sam', 'Weggaat', '1-5-1962', left('huisarts')),
    person('Sue', 'Nazorgt', '1-5-1963', left('huisarts').replace('uit zorg', 'nazorg')),
  )
  const [acted, followed, gone, after] = (
    await Promise.all(['Regelt', 'Rondt', 'Weggaat', 'Nazorgt'].map(named))
  ).flat()
  const practitioner = app.as(await tokenOf(database, workers.practitioner))
  const leaving = { leftOn: '31-10-2026', destination: 'gp', reason: 'Doelen gehaald.', ownWords: '' }
  await practitioner.post(`/clienten/${acted}/uit-zorg`, { ...leaving, aftercare: 'no' })
  await practitioner.post(`/clienten/${followed}/uit-zorg`, { ...leaving, aftercare: 'yes' })
  expect(await daysOf(gone)).toEqual(await daysOf(acted))
  expect(await daysOf(after)).toEqual(await daysOf(followed))
  expect((await daysOf(after)).periods.slice(1)).toEqual([
    'care [2026-02-16,2026-11-01)',
    'aftercare [2026-11-01,)',
  ])
})

// The days of a client's periods, organisations and outflows, as root.
async function daysOf(client: string | undefined) {
  const { rows } = await asRoot(database, (tx) =>
    sql<Record<'periods' | 'organisations' | 'outflows', string[]>>`select
      array(select p.phase || ' ' || p.during from care.periods p where p.client_id = ${client} order by lower(p.during)) as periods,
      array(select i.during::text from care.involvements i where i.client_id = ${client}) as organisations,
      array(select o.left_on || ' ' || o.destination from care.outflows o where o.client_id = ${client}) as outflows`.execute(
      tx,
    ),
  )
  return rows[0] ?? { periods: [], organisations: [], outflows: [] }
}
