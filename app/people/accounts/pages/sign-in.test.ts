import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { openTestDatabase, root } from '../../../../tests/support/database.ts'
import { makeWorld, type World } from '../../../../tests/support/people.ts'
import type { PersonId } from '../../../core/id.ts'
import type { Database } from '../../../platform/engine.ts'
import { makeAccount } from '../acts/make-account.ts'

let database: Database
let app: ReturnType<typeof openApp>
let world: World

beforeAll(async () => {
  database = await openTestDatabase()
  app = openApp(database)
  world = await makeWorld(database)
})
afterAll(() => database.close())

const password = 'een zin van een paar woorden'

async function accountOf({ id }: { id: PersonId }): Promise<string> {
  const email = `${id}@voorbeeld.nl`
  await makeAccount(database, { personId: id, email, password, name: 'Sanne' })
  return email
}

test('a wrong password and an unknown address get the same answer, with the address kept', async () => {
  const email = await accountOf(world.workers.practitioner)
  const browser = app.as()
  const wrong = await browser.post('/aanmelden', { email, password: 'niet het wachtwoord' })
  const unknown = await browser.post('/aanmelden', { email: 'niemand@voorbeeld.nl', password })
  expect([wrong.status, unknown.status]).toEqual([422, 422])
  expect(wrong.text).toContain('horen niet bij elkaar')
  expect(wrong.text).toContain(`value="${email}"`)
  expect(wrong.text).not.toContain('niet het wachtwoord')
  const bare = (text: string) => text.replace(/(nonce" content|name="_eenmaal" value)="[^"]*"/g, '')
  expect(bare(wrong.text)).toBe(bare(unknown.text).replaceAll('niemand@voorbeeld.nl', email))
  expect(browser.cookies.size).toBe(0)
})

test('a short wrong password is answered the same for an unknown address', async () => {
  const email = await accountOf(world.workers.second)
  for (const address of [email, 'nooit-gezien@voorbeeld.nl']) {
    const answer = await app.as().post('/aanmelden', { email: address, password: 'kort' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('horen niet bij elkaar')
  }
})

test('an empty form says what is missing', async () => {
  const answer = await app.as().post('/aanmelden', { email: '', password: '' })
  expect([answer.status, answer.wrong]).toEqual([422, ['email', 'password']])
  expect(answer.text).toContain('Vul je wachtwoord in')
})

test('after ten wrong passwords even the right one is refused for a while, for an unknown address too', async () => {
  const email = await accountOf(world.workers.trainee)
  const browser = app.as()
  for (const address of [email, 'onbekend@voorbeeld.nl']) {
    for (let i = 0; i < 10; i++) {
      const wrong = await browser.post('/aanmelden', { email: address, password: 'steeds verkeerd' })
      expect(wrong.text).toContain('horen niet bij elkaar')
    }
    const locked = await browser.post('/aanmelden', { email: address, password })
    expect(locked.status).toBe(422)
    expect(locked.text).toMatch(/Probeer het na \d\d:\d\d uur opnieuw/)
  }
  const aged = { at: new Date(Date.now() - 16 * 60_000) }
  await root(database).updateTable('accounts.attempts').set(aged).execute()
  expect((await browser.post('/aanmelden', { email, password })).status).toBe(303)
})

test('guessing elsewhere locks nobody out of the browser they sign in with', async () => {
  const email = await accountOf(world.workers.southern)
  const own = app.as()
  expect((await own.post('/aanmelden', { email, password })).status).toBe(303)
  const elsewhere = app.as()
  for (let i = 0; i < 10; i++) await elsewhere.post('/aanmelden', { email, password: 'een gok die mis is' })
  expect((await elsewhere.post('/aanmelden', { email, password })).text).toContain('opnieuw')
  expect((await own.post('/aanmelden', { email, password })).status).toBe(303)
  // That browser has a count of its own, and the cookie says nothing about another address.
  const other = await accountOf(world.workers.secretary)
  for (const address of [email, other]) {
    for (let i = 0; i < 10; i++)
      await own.post('/aanmelden', { email: address, password: 'een gok die mis is' })
    expect((await own.post('/aanmelden', { email: address, password })).text).toContain('opnieuw')
  }
  expect(own.cookies.get('ol-bekend')).not.toContain(email)
})

test('thirty guesses at once are ten guesses', async () => {
  const email = await accountOf(world.workers.peer)
  const guess = () => app.as().post('/aanmelden', { email, password: 'een gok die mis is' })
  const answers = await Promise.all(Array.from({ length: 30 }, guess))
  expect(answers.filter((answer) => answer.text.includes('horen niet bij elkaar'))).toHaveLength(10)
})

test('the right password forgets the wrong ones', async () => {
  const email = await accountOf(world.workers.supporter)
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 9; i++) await app.as().post('/aanmelden', { email, password: 'steeds verkeerd' })
    expect((await app.as().post('/aanmelden', { email, password })).status).toBe(303)
  }
})

test('the language changes and stays, and one comes back on this site only', async () => {
  const browser = app.as()
  const answer = await browser.get('/taal?terug=%2Faanmelden')
  expect([answer.status, answer.to, browser.cookies.get('taal')]).toEqual([303, '/aanmelden', 'en'])
  expect((await browser.get('/aanmelden')).heading).toBe('Sign in')
  expect((await browser.get('/taal?terug=//evil.nl')).to).toBe('/')
  expect(browser.cookies.get('taal')).toBe('nl')
})
