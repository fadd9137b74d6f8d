import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { openImports, sheet, shows, until } from '../../../../tests/support/imports.ts'
import { lines, put, tokenOf } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'

const database = await openTestDatabase()
const { app, count, me, named, others, prepare } = await openImports(database)
afterAll(() => database.close())

test('undo takes back whoever nobody wrote about, lists who stays, and keeps history', async () => {
  const page = await prepare(
    sheet(
      'Ans;Weggaan;1-2-1980;;in zorg;1-1-2026;2-1-2026;ggz;',
      'Bert;Gewijzigd;1-2-1981;;in zorg;1-1-2026;2-1-2026;ggz;',
      'Cor;Aangevuld;1-2-1982;;in zorg;1-1-2026;2-1-2026;ggz;',
      'Dirk;Bezocht;1-2-1983;;in zorg;1-1-2026;2-1-2026;ggz;',
    ),
  )
  await me.post(page, { stap: 'inlezen' })
  const [gone, changed, added, visited] = (
    await Promise.all(['Weggaan', 'Gewijzigd', 'Aangevuld', 'Bezocht'].map(named))
  ).flat()
  await asRoot(database, async (tx) => {
    await sql`update clients.details set phone = '0592 111222' where client_id = ${changed}`.execute(tx)
    await put(tx, 'clients.addresses', {
      id: newId(),
      client_id: added,
      kind: 'home',
      during: '[2021-01-01,)',
    })
    await put(tx, 'clients.relatives', { id: newId(), client_id: visited, name: 'Zus', relation: 'zus' })
  })
  const undo = `${page.split('?')[0]}/terugdraaien`
  expect((await me.get(undo)).heading).toBe('Inlezen terugdraaien')
  await app.as(await tokenOf(database, others.southern)).post(undo)
  expect(await named('Weggaan')).toHaveLength(1)
  expect((await me.post(undo)).status).toBe(303)
  await until(async () => (await me.get(undo)).heading === 'Teruggedraaid')
  const { text } = await me.get(undo)
  for (const name of ['Bert Gewijzigd', 'Cor Aangevuld', 'Dirk Bezocht']) expect(shows(text, name)).toBe(true)
  expect(shows(text, 'Weggaan')).toBe(false)
  expect(
    await Promise.all(
      ['Weggaan', 'Gewijzigd', 'Aangevuld', 'Bezocht'].map(async (name) => (await named(name)).length),
    ),
  ).toEqual([0, 1, 1, 1])
  expect(await count('history.versions', sql`client_id = ${gone} and table_name = 'clients.clients'`)).toBe(1)
  expect(
    (await lines(database, sql`client_id = ${gone}`)).map(({ event, action }) => [event, action]),
  ).toEqual([
    ['register', 'C'],
    ['many', 'D'],
  ])
  expect((await me.get(page)).to).toBe(undo)
})

test('after undoing, the same file may come in again', async () => {
  const content = sheet('Eef;Opnieuw;1-2-1980;;aangemeld;1-1-2026;;;')
  const page = await prepare(content)
  await me.post(page, { stap: 'inlezen' })
  await me.post(`${page}/terugdraaien`)
  await until(async () => (await me.get(`${page}/terugdraaien`)).heading === 'Teruggedraaid')
  const again = await prepare(content)
  expect(again).not.toBe(page)
  await me.post(again, { stap: 'inlezen' })
  expect(await named('Opnieuw')).toHaveLength(1)
})
