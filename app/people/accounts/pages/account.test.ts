import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase, root } from '../../../../tests/support/database.ts'
import { makeWorld, type Person, put, type World } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import type { Database } from '../../../platform/engine.ts'
import { makeAccount } from '../acts/make-account.ts'
import { signInAs } from '../acts/sign-in-as.ts'

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
const next = 'een heel nieuwe zin'

async function browserOf({ id, role, organisation }: Person) {
  return app.as(await signInAs(database, id, role, organisation))
}

async function accountOf({ id }: Person): Promise<string> {
  const email = `${id}@voorbeeld.nl`
  await makeAccount(database, { personId: id, email, password, name: 'Sanne' })
  return email
}

type Browser = Awaited<ReturnType<typeof browserOf>>

/** The session of this browser, or of the other one. */
async function sessionOf(browser: Browser, which: 'here' | 'there' = 'here'): Promise<string> {
  const rows = (await browser.get('/mijn-account')).text.split('class="list-row').slice(1)
  const row = rows.find((each) => each.includes('dit apparaat') === (which === 'here')) ?? ''
  return /name="session" value="([^"]+)"/.exec(row)?.[1] ?? ''
}

test('my account says who I am and where I am signed in', async () => {
  const email = await accountOf(world.workers.practitioner)
  await browserOf(world.workers.practitioner)
  const page = await (await browserOf(world.workers.practitioner)).get('/mijn-account')
  expect([page.status, page.heading]).toEqual([200, 'Mijn account'])
  for (const word of ['W. practitioner', email, 'behandelaar', 'ggz', 'Team north', 'dit apparaat'])
    expect(page.text).toContain(word)
  expect(page.text.match(/name="session"/g)).toHaveLength(2)
})

test('a name to sign in with is called that, and no e-mail address', async () => {
  const { person } = world.clients.inCare
  const email = 'noor-0104@inlognaam.invalid'
  await makeAccount(database, { personId: person.id, email, password, name: 'Noor' })
  const page = await (await browserOf(person)).get('/mijn-account')
  expect(page.text).toMatch(/<dt>Inlognaam<\/dt>\s*<dd>noor-0104</)
  expect(page.text).not.toContain('E-mailadres')
})

test('nobody without a session has an account page', async () => {
  for (const path of ['/mijn-account', '/mijn-account/wachtwoord', '/mijn-account/rol'])
    expect((await app.as().get(path)).to).toBe(`/aanmelden?terug=${encodeURIComponent(path)}`)
})

test('signing out ends the session, not only the cookie', async () => {
  const browser = await browserOf(world.workers.second)
  const token = browser.cookies.get('ol') ?? ''
  const answer = await browser.post('/afmelden')
  expect([answer.status, answer.to, browser.cookies.has('ol')]).toEqual([303, '/aanmelden', false])
  expect((await app.as(token).get('/mijn-account')).status).toBe(303)
  expect((await app.as().post('/afmelden')).status).toBe(303)
})

test('a session is ended from elsewhere; another person’s is not', async () => {
  const [here, there] = [await browserOf(world.workers.peer), await browserOf(world.workers.peer)]
  const stranger = await browserOf(world.workers.welfare)
  await here.post('/mijn-account/apparaat', { session: await sessionOf(stranger) })
  expect((await stranger.get('/mijn-account')).status).toBe(200)
  const session = await sessionOf(here, 'there')
  expect((await here.post('/mijn-account/apparaat', { session })).to).toBe('/mijn-account?gedaan=apparaat')
  expect((await there.get('/mijn-account')).status).toBe(303)
  expect((await here.get('/mijn-account?gedaan=apparaat')).text).toContain('Daar is uitgelogd')
  expect((await here.post('/mijn-account/apparaat', { session: 'geen' })).status).toBe(404)
})

test('ending the session here is signing out', async () => {
  const browser = await browserOf(world.workers.secretary)
  const session = await sessionOf(browser)
  expect((await browser.post('/mijn-account/apparaat', { session })).to).toBe('/aanmelden')
  expect(browser.cookies.has('ol')).toBe(false)
})

test('a session ends after half an hour of rest, and twelve hours after it began', async () => {
  const { controller } = world.workers
  const [idle, used, old] = [
    await browserOf(controller),
    await browserOf(controller),
    await browserOf(controller),
  ]
  const age = async (browser: Browser, minutes: number, column: 'seen_at' | 'started_at') => {
    const session = await root(database)
      .selectFrom('access.sessions')
      .selectAll()
      .where('id', '=', await sessionOf(browser))
      .executeTakeFirstOrThrow()
    const earlier = (moment: Date) => new Date(moment.getTime() - minutes * 60_000)
    const set =
      column === 'seen_at'
        ? { seen_at: earlier(session.seen_at) }
        : { started_at: earlier(session.started_at), expires_at: earlier(session.expires_at) }
    await root(database).updateTable('access.sessions').set(set).where('id', '=', session.id).execute()
  }
  await age(idle, 31, 'seen_at')
  await age(used, 29, 'seen_at')
  await age(old, 12 * 60 + 1, 'started_at')
  const statuses = []
  for (const browser of [idle, used, old]) statuses.push((await browser.get('/mijn-account')).status)
  expect(statuses).toEqual([303, 200, 303])
})

test('a new password needs the old one and ends the other sessions', async () => {
  const person = world.workers.projectLeader
  const email = await accountOf(person)
  const [here, there] = [await browserOf(person), await browserOf(person)]
  const change = (old: string, fresh = next, again = fresh) =>
    here.post('/mijn-account/wachtwoord', { old, password: fresh, again })
  expect((await here.get('/mijn-account/wachtwoord')).status).toBe(200)
  expect((await change('niet de oude zin')).text).toContain('Dit is niet het oude wachtwoord')
  expect((await change(password, 'te kort')).wrong).toEqual(['password'])
  expect((await change(password, next, 'iets anders dan dat')).wrong).toEqual(['again'])
  expect((await change(password)).to).toBe('/mijn-account?gedaan=wachtwoord')
  expect((await here.get('/mijn-account')).status).toBe(200)
  expect((await there.get('/mijn-account')).status).toBe(303)
  expect((await app.as().post('/aanmelden', { email, password })).status).toBe(422)
  expect((await app.as().post('/aanmelden', { email, password: next })).status).toBe(303)
})

test('guessing at the old password locks as at the door', async () => {
  await accountOf(world.workers.trainee)
  const browser = await browserOf(world.workers.trainee)
  const fields = { old: 'een gok die mis is', password: next, again: next }
  for (let i = 0; i < 10; i++) await browser.post('/mijn-account/wachtwoord', fields)
  const locked = await browser.post('/mijn-account/wachtwoord', { ...fields, old: password })
  expect(locked.status).toBe(422)
  expect(locked.text).toContain('te vaak')
})

test('who has no account has no password to change', async () => {
  const browser = await browserOf(world.workers.researcher)
  expect((await browser.get('/mijn-account')).text).not.toContain('/mijn-account/wachtwoord')
  expect((await browser.get('/mijn-account/wachtwoord')).status).toBe(404)
})

test('another role is another session, and the first one ends', async () => {
  const { id, organisation } = world.workers.supporter
  const post = { id: newId(), person_id: id, organisation_id: organisation, during: '[2021-01-01,)' }
  await asRoot(database, (tx) =>
    put(tx, 'staff.memberships', { ...post, function: 'administrator', role: 'administrator' }),
  )
  const browser = await browserOf(world.workers.supporter)
  const before = browser.cookies.get('ol') ?? ''
  expect((await browser.get('/mijn-account')).text).toContain('/mijn-account/rol')
  expect((await browser.post('/mijn-account/rol', { role: 'controller' })).wrong).toEqual(['role'])
  expect((await browser.post('/mijn-account/rol', { role: `administrator:${organisation}` })).to).toBe(
    '/vandaag',
  )
  expect((await browser.get('/mijn-account')).text).toContain('functioneel beheerder')
  expect((await app.as(before).get('/mijn-account')).status).toBe(303)
})

test('a cookie that is no token of ours is nobody', async () => {
  for (const value of ['%00', 'kort', `${'a'.repeat(42)}%00`])
    expect((await app.as(value).get('/mijn-account')).status).toBe(303)
})
