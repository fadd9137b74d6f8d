import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../../../../database/migrate.ts'
import { openApp } from '../../../../tests/support/app.ts'
import { openTestDatabase, root, stateOf } from '../../../../tests/support/database.ts'
import { makeWorld } from '../../../../tests/support/people.ts'
import { readConfig } from '../../../platform/config.ts'
import { type Database, openEmbedded } from '../../../platform/engine.ts'
import { signInAs } from '../acts/sign-in-as.ts'
import { type DemoPerson, insertDemoPerson } from '../store/demo-people.ts'

let database: Database
let sanne: DemoPerson

beforeAll(async () => {
  database = await openTestDatabase()
  const { workers, clients } = await makeWorld(database)
  sanne = {
    slug: 'sanne',
    personId: workers.practitioner.id,
    name: 'Sanne Hofstra',
    role: 'practitioner',
    organisationId: workers.practitioner.organisation,
    organisation: 'GGZ Drenthe',
    team: 'Noord',
    about: 'casemanager',
  }
  const alone = { organisationId: null, organisation: null, team: null }
  await insertDemoPerson(database, sanne, 2)
  const jan = {
    ...alone,
    slug: 'jan',
    personId: clients.inCare.person.id,
    name: 'Jan',
    role: 'client',
  } as const
  await insertDemoPerson(database, jan, 1)
})
afterAll(() => database.close())

test('a demo shows its cast beside the form, and one click signs in', async () => {
  const browser = openApp(database, { demo: true }).as()
  const page = await browser.get('/aanmelden')
  for (const word of [
    'Sanne Hofstra',
    'Team Noord',
    'casemanager, GGZ Drenthe',
    'Lees het eigen dossier',
    'value="sanne"',
    'name="password"',
  ])
    expect(page.text).toContain(word)
  expect((await browser.post('/demo/aanmelden', { persoon: 'sanne' })).to).toBe('/vandaag')
  expect((await browser.get('/mijn-account')).text).toContain('behandelaar')
  expect((await browser.post('/demo/aanmelden', { persoon: 'jan' })).to).toBe('/mijn')
  expect((await browser.post('/demo/aanmelden', { persoon: 'niemand' })).status).toBe(404)
  expect((await browser.post('/demo/aanmelden')).status).toBe(404)
})

test('the cast can be read by programs, without ids', async () => {
  const answer = await openApp(database, { demo: true }).as().get('/demo.json')
  expect(JSON.parse(answer.text)).toEqual([
    { slug: 'jan', name: 'Jan', role: 'client', organisation: null, team: null },
    {
      slug: 'sanne',
      name: 'Sanne Hofstra',
      role: 'practitioner',
      organisation: 'GGZ Drenthe',
      team: 'Noord',
    },
  ])
})

test('over https the session cookie is secure and bound to the host', async () => {
  const config = { ...readConfig({}, false), PUBLIC_URL: 'https://voorbeeld.nl' }
  const answer = await openApp(database, { demo: true, config })
    .as()
    .post('/demo/aanmelden', { persoon: 'sanne' })
  const [cookie = ''] = answer.response.headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-ol=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
})

async function refusesAll(app: ReturnType<typeof openApp>): Promise<void> {
  const browser = app.as()
  expect((await browser.get('/demo.json')).status).toBe(404)
  expect((await browser.post('/demo/aanmelden', { persoon: 'sanne' })).status).toBe(404)
  expect((await browser.get('/aanmelden')).text).not.toContain('Sanne Hofstra')
  expect(browser.cookies.size).toBe(0)
}

test('a house that is no demo has none of it, even on the same database', () => refusesAll(openApp(database)))

test('a real database has none of it, even when the process thinks it is a demo', async () => {
  const real = await openEmbedded()
  await migrate(root(real), 'real')
  await refusesAll(openApp(real, { demo: true }))
  expect(await stateOf(insertDemoPerson(real, sanne, 1))).toBe('42501')
  await expect(signInAs(real, sanne.personId, 'practitioner', null)).rejects.toThrow('not a demo')
  await real.close()
})
