import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { asApp, asRoot, openTestDatabase, stateOf } from '../../../../tests/support/database.ts'
import { openTeam } from '../../../../tests/support/gate.ts'
import { openImports, sheet, shows } from '../../../../tests/support/imports.ts'
import { lines, tokenOf } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'

const database = await openTestDatabase()
const { app, clients, count, me, named, others, prepare, teams, workers } = await openImports(database)
afterAll(() => database.close())

test('somebody of another team is only "known", with a line; a shielded one is not', async () => {
  await asRoot(database, (tx) =>
    sql`update clients.clients set birth_date = '1971-03-04' where id in (${clients.southern.id}, ${clients.colleague.id})`.execute(
      tx,
    ),
  )
  const page = await prepare(
    sheet('Klaas;van den Berg;4-3-1971;;aangemeld;;;;', 'Willem;de Wit;4-3-1971;;aangemeld;;;;'),
  )
  const { text } = await me.get(page)
  expect(text.split('al bekend in de regio')).toHaveLength(2)
  expect(shows(text, clients.southern.id)).toBe(false)
  const log = await lines(database, sql`event = 'search' and purpose = 'import'`)
  expect(log.map(({ client_id, sections, query }) => [client_id, sections, query])).toEqual([
    [null, [], 'region inlezen 2'],
    [clients.southern.id, ['known'], 'inlezen'],
  ])
})

test('the region is asked at most 20,000 times in a day; more is refused with a line, and said on the page', async () => {
  const staged = (phone: string) =>
    prepare(sheet(`Klaas;van den Berg;4-3-1971;;in zorg;1-1-2026;2-1-2026;;${phone}`))
  const told = async (page: string) => {
    const { text } = await me.get(page)
    return [shows(text, 'al bekend in de regio'), shows(text, 'Van 1 persoon is niet nagegaan')]
  }
  expect(await told(await staged('0501111111'))).toEqual([true, false])
  await asRoot(database, (tx) =>
    sql`update access.log set query = 'region inlezen 20000' where query like 'region inlezen %'`.execute(tx),
  )
  const page = await staged('0502222222')
  expect(await told(page)).toEqual([false, true])
  expect(await lines(database, sql`query = 'region inlezen 1' and not granted`)).toHaveLength(1)
  await asRoot(database, (tx) =>
    sql`update access.log set at = at - interval '1 day' where query = 'region inlezen 20000'`.execute(tx),
  )
  await me.post(page, { stap: 'nakijken' })
  expect(await told(page)).toEqual([true, false])
})

test('an import is for the secretaries of the team, and before it is read in for its maker alone', async () => {
  const page = await prepare(sheet('Ger;Geheim;1-2-1980;;in zorg;1-1-2026;2-1-2026;ggz;'))
  const [far, near, worker] = await Promise.all(
    [others.southern, others.colleague, workers.practitioner].map(async (who) =>
      app.as(await tokenOf(database, who)),
    ),
  )
  for (const who of [far, near, worker]) {
    expect((await who?.get(page))?.status).toBe(404)
    expect((await who?.post(page, { stap: 'inlezen' }))?.status).toBe(404)
  }
  expect(await named('Geheim')).toEqual([])
  await me.post(page, { stap: 'inlezen' })
  expect([(await near?.get(page))?.status, (await far?.get(page))?.status]).toEqual([200, 404])
})

test('the database gives staged rows to nobody else, and to nobody without a committed opening', async () => {
  const page = await prepare(sheet('Ria;Rijen;1-2-1980;;in zorg;1-1-2026;2-1-2026;ggz;'))
  const id = page.split('/').at(-1) ?? ''
  expect(await count('imports.rows', sql`batch_id = ${id}`)).toBe(1)
  const seenBy = async (ticket: string | null) =>
    asApp(
      database,
      ticket,
      async (tx) =>
        (await tx.selectFrom('imports.rows').select('line').where('batch_id', '=', id).execute()).length,
    )
  const ticketOf = async (who: typeof workers.secretary, team = teams.north) =>
    openTeam(database, await tokenOf(database, who), team, ['identity'])
  expect(await seenBy(null)).toBe(0)
  expect(await seenBy(await ticketOf(workers.secretary))).toBe(0)
  expect(
    await stateOf(
      asApp(database, await ticketOf(workers.secretary), (tx) =>
        sql`select imports.commit(${id})`.execute(tx),
      ),
    ),
  ).toBe('42501')
  expect(await stateOf(asApp(database, null, (tx) => sql`select known from imports.rows`.execute(tx)))).toBe(
    '42501',
  )
  expect(
    await stateOf(
      asApp(database, null, (tx) =>
        sql`insert into clients.clients (id, given_name, family_name, written_by) values (${newId()}, 'a', 'b', ${newId()})`.execute(
          tx,
        ),
      ),
    ),
  ).toBe('42501')
})
