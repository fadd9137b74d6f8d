import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { type Line, lines, openDossier } from '../../../../tests/support/gate.ts'
import { makeWorld, tokenOf, type World } from '../../../../tests/support/people.ts'
import { NotFound } from '../../../core/outcome.ts'
import { read } from '../../../platform/database.ts'
import type { Database } from '../../../platform/engine.ts'
import { listTeams } from '../store/teams.ts'

let database: Database
let world: World
let admin: Browser
let worker: Browser

beforeAll(async () => {
  database = await openTestDatabase()
  world = await makeWorld(database)
  const app = openApp(database)
  admin = app.as(await tokenOf(database, world.workers.administrator))
  worker = app.as(await tokenOf(database, world.workers.practitioner))
})
afterAll(() => database.close())

const forms = ['/beheer', '/beheer/organisatie', '/beheer/team', '/beheer/gebied', '/beheer/medewerker']

test.each(forms)('%s is there for an administrator, and for nobody else', async (path) => {
  const page = await admin.get(path)
  expect([page.status, page.heading === '']).toEqual([200, false])
  expect((await worker.get(path)).status).toBe(404)
  expect((await openApp(database).as().get(path)).status).toBe(303)
})

test('an organisation joins with its agreement, and loses sight when that ends', async () => {
  const answer = await admin.post('/beheer/organisatie', {
    name: 'Zorg Noord',
    kind: 'welfare',
    agb: '',
    signedOn: '1-11-2026',
  })
  expect(answer.status).toBe(303)
  const page = await admin.get(answer.to ?? '')
  expect([page.heading, page.text.includes('vanaf 1 nov')]).toEqual(['Zorg Noord', true])
  const agreement = /name="overeenkomst" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const path = (answer.to ?? '').split('?')[0] ?? ''
  const early = await admin.post(path, { overeenkomst: agreement, lastDay: '1-10-2026' })
  expect([early.status, early.wrong]).toEqual([422, [`${agreement}-lastDay`]])
  expect((await admin.post(path, { overeenkomst: agreement, lastDay: '30-11-2026' })).to).toContain(
    'beeindigd',
  )
  expect((await admin.get(path)).text).toContain('tot en met 30 nov')
  expect((await admin.get('/beheer')).text).toContain('tot en met 30 nov')
})

test('two agreements never run at once', async () => {
  const path = `/beheer/organisatie/${world.organisations.ggz}`
  const answer = await admin.post(path, { from: '1-1-2026', until: '' })
  expect([answer.status, answer.wrong]).toEqual([422, ['from']])
  expect(answer.text).toContain('loopt al een overeenkomst')
})

test('an organisation without a name, or a wrong AGB code, is asked again with what was typed', async () => {
  const answer = await admin.post('/beheer/organisatie', {
    name: '',
    kind: 'welfare',
    agb: '12',
    signedOn: '',
  })
  expect([answer.status, answer.wrong]).toEqual([422, ['name', 'agb']])
  expect(answer.text).toContain('value="12"')
})

test('a team starts, and a postcode gets its municipality and team', async () => {
  expect((await admin.post('/beheer/team', { name: 'Assen', address: '', phone: '' })).to).toContain(
    'gedaan=team',
  )
  expect((await admin.post('/beheer/team', { name: ' ' })).status).toBe(422)
  expect((await admin.post('/beheer/gebied', { wat: 'gemeente', code: '106', name: 'Assen' })).status).toBe(
    422,
  )
  expect((await admin.post('/beheer/gebied', { wat: 'gemeente', code: '0106', name: 'Assen' })).status).toBe(
    303,
  )
  const area = { wat: 'gebied', postcode4: '9401', municipality: '0106', neighbourhood: 'Centrum' }
  expect((await admin.post('/beheer/gebied', { ...area, team: world.teams.north })).status).toBe(303)
  expect((await admin.post('/beheer/gebied', { ...area, postcode4: '94' })).wrong).toEqual(['postcode4'])
  expect((await admin.post('/beheer/gebied', { ...area, municipality: '9999' })).status).toBe(404)
  expect((await admin.get('/beheer/gebied')).text).toContain('Centrum')
})

function newWorker(change: Record<string, string> = {}) {
  return {
    givenName: 'Nieuwe',
    familyName: 'Collega',
    email: 'nieuw@example.org',
    phone: '',
    organisation: world.organisations.ggz,
    function: 'psychologist',
    team: world.teams.north,
    from: '1-11-2026',
    ...change,
  }
}

test('a worker comes with a first post, takes another, and leaves it', async () => {
  const answer = await admin.post('/beheer/medewerker', newWorker())
  expect(answer.to).toContain('gedaan=medewerker')
  const path = (answer.to ?? '').split('?')[0] ?? ''
  const again = await admin.post('/beheer/medewerker', newWorker({ email: 'NIEUW@example.org' }))
  expect([again.status, again.wrong]).toEqual([422, ['email']])
  const { organisation, team, from } = newWorker()
  expect((await admin.post(path, { organisation, team, from, function: 'case-manager' })).to).toContain(
    'functie',
  )
  expect((await admin.post(path, { organisation, team, from, function: 'no-such' })).status).toBe(404)
  expect((await admin.post(path, { organisation, team, from, function: '' })).wrong).toEqual(['function'])
  const page = await admin.get(path)
  expect(page.text).toContain('psycholoog')
  const post = /name="functie" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  expect((await admin.post(path, { functie: post, lastDay: 'morgen' })).wrong).toEqual([`${post}-lastDay`])
  expect((await admin.post(path, { functie: post, lastDay: '24-11-2026' })).to).toContain('beeindigd')
})

test('an administrator gives no key to dossiers to oneself', async () => {
  const { organisation, team, from } = newWorker()
  const path = `/beheer/medewerker/${world.workers.administrator.id}`
  const answer = await admin.post(path, { organisation, team, from, function: 'psychiatrist' })
  expect(answer.status).toBe(404)
  const { rows } = await asRoot(database, (tx) =>
    sql`select from staff.memberships where person_id = ${world.workers.administrator.id}`.execute(tx),
  )
  expect(rows).toHaveLength(1)
})

test('what is changed keeps what was there before', async () => {
  const { rows } = await asRoot(database, (tx) =>
    sql<{ table_name: string }>`select distinct table_name from history.versions
      where table_name in ('staff.agreements', 'staff.memberships') order by 1`.execute(tx),
  )
  expect(rows.map((row) => row.table_name)).toEqual(['staff.agreements', 'staff.memberships'])
})

test('an administrator opens no dossier and no list of a team, and every try is a line', async () => {
  const token = await tokenOf(database, world.workers.administrator)
  const { id } = world.clients.inCare
  expect(await openDossier(database, token, id)).toBeNull()
  const list = () =>
    read({ database, token }, [{ team: world.teams.north, columns: [], purpose: 'care' }], listTeams)
  await expect(list()).rejects.toBeInstanceOf(NotFound)
  for (const path of ['gegevens', 'naasten', 'toestemmingen']) {
    expect((await worker.get(`/clienten/${id}/${path}`)).status, path).toBe(200)
    expect((await admin.get(`/clienten/${id}/${path}`)).status, path).toBe(404)
  }
  const refused: Line[] = await lines(database, sql`role = 'administrator' and not granted`)
  expect(refused.map((line) => line.event)).toEqual(['dossier', 'list'])
  const granted = await lines(database, sql`role = 'administrator' and granted and event <> 'rights'`)
  expect(granted).toEqual([])
})

test('no other role changes the house, whatever it sends', async () => {
  const organisations = () =>
    asRoot(database, (tx) => sql`select from staff.organisations`.execute(tx)).then(({ rows }) => rows.length)
  const before = await organisations()
  const answer = await worker.post('/beheer/organisatie', {
    name: 'X',
    kind: 'welfare',
    agb: '',
    signedOn: '',
  })
  expect([answer.status, await organisations()]).toEqual([404, before])
})
