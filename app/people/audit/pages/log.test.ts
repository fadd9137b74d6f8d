import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import { lastLine, lines, openDossier } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { link } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

const client = clients.inCare.id
const as = async (person: Person) => app.as(await tokenOf(database, person))
const logLines = () => lines(database, sql`event in ('log', 'export') and granted`)
await openDossier(database, await tokenOf(database, workers.practitioner), client)
await openDossier(database, await tokenOf(database, workers.southern), client, {
  reason: '=SUM(A1) in paniek',
})

test('the privacy officer reads the log, and that is a line', async () => {
  const before = (await logLines()).length
  const page = await (await as(workers.privacyOfficer)).get(link('log'))
  expect(page).toMatchObject({ status: 200, heading: 'Logboek' })
  expect(page.text).toContain('W. practitioner')
  expect(page.text).toContain('Opende een dossier met noodtoegang')
  expect((await logLines()).length).toBe(before + 1)
})

test('wrong days are shown again with what is wrong', async () => {
  const page = await (await as(workers.privacyOfficer)).get(`${link('log')}?van=2026-11-25&tot=2026-11-20`)
  expect(page).toMatchObject({ status: 422, heading: 'Logboek' })
  expect(page.text).toContain('Draai ze om')
})

test('a choice shows those lines alone', async () => {
  const page = await (await as(workers.privacyOfficer)).get(link('log', {}, { toon: 'emergency' }))
  expect(page.text).toContain('W. practitioner')
  expect(page.text.match(/id="regel-/g)).toHaveLength(1)
})

test('an export is a file whose cells are no formulas, and it is a line', async () => {
  const page = await (await as(workers.privacyOfficer)).get(link('logExport'))
  expect(page.status).toBe(200)
  expect(page.response.headers.get('content-disposition')).toContain('logboek-2026-11-18-2026-11-24.csv')
  expect(page.response.headers.get('content-type')).toContain('text/csv')
  expect(page.text).toContain('"gebeurteniscode";"actiecode";"datum_tijd"')
  expect(page.text).toContain(`"'=SUM(A1) in paniek"`)
  expect((await logLines()).map(({ event }) => event)).toContain('export')
})

test('an export of wrong days leads back to the log', async () => {
  const answer = await (await as(workers.privacyOfficer)).get(`${link('logExport')}?van=ooit`)
  expect(answer).toMatchObject({ status: 303, to: '/logboek?van=ooit' })
})

test('who looked at one client, of the own organisation; opening that is a line too', async () => {
  const page = await (await as(workers.privacyOfficer)).get(link('clientLooks', { clientId: client }))
  expect(page).toMatchObject({ status: 200, heading: 'Wie keek bij deze cliënt' })
  expect(page.text).toContain('las het dossier')
  expect(await lastLine(database, client)).toMatchObject({ purpose: 'audit', sections: ['log'] })
})

test.each(['log', 'logExport'] as const)('%s is not there for anybody else', async (path) => {
  for (const worker of [workers.practitioner, workers.administrator, workers.controller])
    expect((await (await as(worker)).get(link(path))).status).toBe(404)
  expect((await app.as().get(link(path))).status).toBe(303)
})

test('a client who does not exist has no lookers', async () => {
  const page = await (await as(workers.privacyOfficer)).get(link('clientLooks', { clientId: newId() }))
  expect(page.status).toBe(404)
})
