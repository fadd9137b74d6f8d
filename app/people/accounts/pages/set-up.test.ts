import { afterEach, beforeEach, expect, test } from 'vitest'
import { openApp, testSecret } from '../../../../tests/support/app.ts'
import { openTestDatabase, root } from '../../../../tests/support/database.ts'
import type { OrganisationId, PersonId } from '../../../core/id.ts'
import type { Database } from '../../../platform/engine.ts'
import { signInAs } from '../acts/sign-in-as.ts'
import { setUpCode } from '../store/set-up.ts'

let database: Database
let app: ReturnType<typeof openApp>

beforeEach(async () => {
  database = await openTestDatabase()
  app = openApp(database)
})
afterEach(() => database.close())

const password = 'een zin van een paar woorden'
const form = {
  setUpCode: setUpCode(testSecret),
  region: 'Drenthe',
  organisation: 'GGZ Drenthe',
  kind: 'mental-health',
  givenName: 'Bea',
  familyName: 'Heerder',
  email: 'Bea@voorbeeld.nl',
  password,
  again: password,
}

test('an empty house is set up from the first page, and its administrator goes on to the second factor', async () => {
  const browser = app.as()
  expect((await browser.get('/')).to).toBe('/inrichten')
  expect((await browser.get('/inrichten')).status).toBe(200)
  expect((await browser.post('/inrichten', form)).to).toBe('/aanmelden/tweede-stap')
  expect((await browser.get('/aanmelden/tweede-stap')).status).toBe(200)
  expect(browser.cookies.has('ol')).toBe(false)
  expect((await browser.get('/')).to).toBe('/aanmelden')
})

test('the first administrator is a worker of the organisation, and begins with a day', async () => {
  await app.as().post('/inrichten', form)
  const worker = await root(database).selectFrom('staff.memberships').selectAll().executeTakeFirstOrThrow()
  const [person, organisation] = [worker.person_id as PersonId, worker.organisation_id as OrganisationId]
  const browser = app.as(await signInAs(database, person, 'administrator', organisation))
  expect((await browser.get('/')).to).toBe('/vandaag')
  const page = await browser.get('/mijn-account')
  for (const word of ['Bea Heerder', 'bea@voorbeeld.nl', 'functioneel beheerder', 'GGZ Drenthe'])
    expect(page.text).toContain(word)
})

test('a form with something wrong sets nothing up', async () => {
  const answer = await app.as().post('/inrichten', { ...form, password: 'kort', kind: '' })
  expect([answer.status, answer.wrong]).toEqual([422, ['kind', 'password']])
  expect(answer.text).toContain('value="Bea@voorbeeld.nl"')
  expect((await app.as().get('/')).to).toBe('/inrichten')
})

test('whoever cannot see what the program said when it was started sets nothing up', async () => {
  for (const typed of ['', 'abcd-efgh-jkmn', setUpCode(`${testSecret}!`), form.setUpCode.slice(0, -1)]) {
    const answer = await app.as().post('/inrichten', { ...form, setUpCode: typed })
    expect([answer.status, answer.wrong]).toEqual([422, ['setUpCode']])
    expect(answer.text).toContain('value="Drenthe"')
  }
  expect(await root(database).selectFrom('staff.regions').select('name').execute()).toEqual([])
  const spaced = form.setUpCode.toUpperCase().replaceAll('-', ' ')
  expect((await app.as().post('/inrichten', { ...form, setUpCode: spaced })).status).toBe(303)
})

test('setting up happens once', async () => {
  expect((await app.as().post('/inrichten', form)).status).toBe(303)
  expect((await app.as().get('/inrichten')).status).toBe(404)
  expect((await app.as().post('/inrichten', { ...form, email: 'x@voorbeeld.nl' })).status).toBe(404)
  const emails = await root(database).selectFrom('accounts.users').select('email').execute()
  expect(emails).toEqual([{ email: 'bea@voorbeeld.nl' }])
})

test('two who set up at once are one', async () => {
  const answers = await Promise.all(
    ['a', 'b'].map((name) => app.as().post('/inrichten', { ...form, email: `${name}@voorbeeld.nl` })),
  )
  expect(answers.map((answer) => answer.status).sort()).toEqual([303, 404])
  expect(await root(database).selectFrom('staff.regions').select('name').execute()).toHaveLength(1)
})
