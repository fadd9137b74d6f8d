import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase, root } from '../../../../tests/support/database.ts'
import { makeWorld, put, tokenOf, type World } from '../../../../tests/support/people.ts'
import { newId, type PersonId } from '../../../core/id.ts'
import type { Database } from '../../../platform/engine.ts'
import { makeAccount } from '../acts/make-account.ts'
import { codeAt, stepOf } from '../rules/one-time-code.ts'

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

// The code that the app shows now, or so many half minutes later: the library takes one step on either side.
function codeNow(key: string, steps = 0): string {
  return codeAt(key, stepOf(new Date()) + steps)
}

// An app types in the key; the library uses the characters that base32 stands for.
function fromBase32(text: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  return Buffer.from(bytes).toString()
}

/** Signs in for the first time, up to the recovery codes; gives the key of the app and the codes. */
async function enrol(
  browser: Browser,
  email: string,
  secret = password,
): Promise<{ key: string; codes: string[] }> {
  await browser.post('/aanmelden', { email, password: secret })
  const page = await browser.get('/aanmelden/tweede-stap')
  const key = fromBase32((/<code>([A-Z2-7 ]+)<\/code>/.exec(page.text)?.[1] ?? '').replaceAll(' ', ''))
  await browser.post('/aanmelden/tweede-stap', { code: codeNow(key) })
  const shown = await browser.get('/aanmelden/herstelcodes')
  return { key, codes: [...shown.text.matchAll(/<code>([\w-]+)<\/code>/g)].map((found) => found[1] ?? '') }
}

// A test cannot wait half a minute for the next code.
async function forgetUsedCodes(): Promise<void> {
  await root(database).deleteFrom('accounts.used_codes').execute()
}

test('the first time the second factor is made, and only then there is a session', async () => {
  const email = await accountOf(world.workers.practitioner)
  const browser = app.as()
  const first = await browser.post('/aanmelden', { email, password })
  expect([first.status, first.to]).toEqual([303, '/aanmelden/tweede-stap'])
  expect((await browser.get('/mijn-account')).to).toBe('/aanmelden?terug=%2Fmijn-account')
  const page = await browser.get('/aanmelden/tweede-stap')
  expect(page.text).toMatch(/<svg [^>]*role="img" aria-label="QR-code voor de app/)
  const wrong = await browser.post('/aanmelden/tweede-stap', { code: '000000' })
  expect([wrong.status, wrong.wrong]).toEqual([422, ['code']])
  const { codes } = await enrol(browser, email)
  expect(codes).toHaveLength(10)
  expect(browser.cookies.has('ol')).toBe(false)
  expect((await browser.post('/aanmelden/herstelcodes')).to).toBe('/vandaag')
  expect(browser.cookies.get('ol')).toMatch(/^[\w-]{43}$/)
  expect(browser.cookies.has('ol-stap')).toBe(false)
})

test('who was handed a password chooses one of the own before there is a session', async () => {
  const { id } = world.workers.addiction
  const email = `${id}@voorbeeld.nl`
  const handed = 'abcd-efgh-jkmn'
  await makeAccount(database, { personId: id, email, name: 'Sam', password: handed, handedOver: true })
  const browser = app.as()
  await enrol(browser, email, handed)
  expect((await browser.post('/aanmelden/herstelcodes')).to).toBe('/aanmelden/wachtwoord')
  expect(browser.cookies.has('ol')).toBe(false)
  const page = '/aanmelden/wachtwoord'
  for (const [next, again, wrong] of [
    ['kort', 'kort', 'password'],
    [password, 'iets anders', 'again'],
    [handed, handed, 'password'],
  ] as const) {
    const refused = await browser.post(page, { password: next, again })
    expect([refused.status, refused.wrong]).toEqual([422, [wrong]])
  }
  const step = browser.cookies.get('ol-stap') ?? ''
  expect((await browser.post(page, { password, again: password })).to).toBe('/vandaag')
  expect(browser.cookies.has('ol')).toBe(true)
  const copy = app.as()
  copy.cookies.set('ol-stap', step)
  const late = await copy.post(page, { password: 'nog een andere zin', again: 'nog een andere zin' })
  expect(late.to).toContain('/aanmelden?')
  expect((await app.as().post('/aanmelden', { email, password: handed })).status).toBe(422)
  expect((await app.as().post('/aanmelden', { email, password })).to).toBe('/aanmelden/code')
})

test('after that the code of the app is asked, and a code is good once', async () => {
  const email = await accountOf(world.workers.second)
  const { key } = await enrol(app.as(), email)
  const browser = app.as()
  expect((await browser.post('/aanmelden', { email, password })).to).toBe('/aanmelden/code')
  expect((await browser.get('/aanmelden/code')).status).toBe(200)
  expect((await browser.post('/aanmelden/code', { code: 'abc' })).status).toBe(422)
  expect((await browser.post('/aanmelden/code', { code: '000000' })).text).toContain('Deze code klopt niet')
  expect(browser.cookies.has('ol')).toBe(false)
  const code = codeNow(key, 1)
  expect((await browser.post('/aanmelden/code', { code })).to).toBe('/vandaag')
  const again = app.as()
  await again.post('/aanmelden', { email, password })
  const replayed = await again.post('/aanmelden/code', { code })
  expect(replayed.status).toBe(422)
  expect(replayed.text).toContain('al gebruikt')
  expect(again.cookies.has('ol')).toBe(false)
})

test('after five wrong codes signing in begins again, after ten the second factor is locked', async () => {
  const email = await accountOf(world.workers.southern)
  const { key } = await enrol(app.as(), email)
  for (let round = 0; round < 2; round++) {
    const browser = app.as()
    await browser.post('/aanmelden', { email, password })
    for (let i = 0; i < 5; i++) await browser.post('/aanmelden/code', { code: '000000' })
    const sixth = await browser.post('/aanmelden/code', { code: '000000' })
    if (round === 0) expect(sixth.to).toBe('/aanmelden?gedaan=opnieuw')
  }
  const browser = app.as()
  await browser.post('/aanmelden', { email, password })
  const locked = await browser.post('/aanmelden/code', { code: codeNow(key, 1) })
  expect(locked.text).toContain('te vaak een verkeerde code')
  expect(browser.cookies.has('ol')).toBe(false)
})

test('a recovery code works without the phone, once', async () => {
  const email = await accountOf(world.workers.peer)
  const { codes } = await enrol(app.as(), email)
  const code = codes[0] ?? ''
  const browser = app.as()
  await browser.post('/aanmelden', { email, password })
  expect((await browser.post('/aanmelden/herstelcode', { code: 'x' })).wrong).toEqual(['code'])
  const typed = code.toUpperCase().replace('-', ' ')
  expect((await browser.post('/aanmelden/herstelcode', { code: typed })).to).toBe('/vandaag')
  const again = app.as()
  await again.post('/aanmelden', { email, password })
  expect((await again.post('/aanmelden/herstelcode', { code })).text).toContain('Deze code klopt niet')
})

test('who has more roles chooses one of those, once', async () => {
  const { id, organisation } = world.workers.supporter
  const post = { person_id: id, organisation_id: organisation, during: '[2021-01-01,)' }
  await asRoot(database, async (tx) => {
    await put(tx, 'staff.memberships', { ...post, id: newId(), function: 'controller', role: 'controller' })
    await put(tx, 'staff.memberships', {
      ...post,
      id: newId(),
      function: 'administrator',
      role: 'administrator',
    })
  })
  const browser = app.as()
  await enrol(browser, await accountOf(world.workers.supporter))
  expect((await browser.post('/aanmelden/herstelcodes')).to).toBe('/aanmelden/rol')
  expect(browser.cookies.has('ol')).toBe(false)
  const page = await browser.get('/aanmelden/rol')
  const values = [...page.text.matchAll(/value="([^"]+:[^"]+)"/g)].map((found) => found[1] ?? '')
  expect(values.map((value) => value.split(':')[0])).toEqual(['administrator', 'controller', 'supporter'])
  expect((await browser.post('/aanmelden/rol', { role: 'privacy-officer' })).status).toBe(422)
  const copied = app.as()
  copied.cookies.set('ol-stap', browser.cookies.get('ol-stap') ?? '')
  expect((await browser.post('/aanmelden/rol', { role: values[1] ?? '' })).to).toBe('/over-mijn-rol')
  expect((await copied.post('/aanmelden/rol', { role: values[0] ?? '' })).to).toBe(
    '/aanmelden?gedaan=opnieuw',
  )
  expect(copied.cookies.has('ol')).toBe(false)
})

test('a client chooses no role, and lands in the portal', async () => {
  const browser = app.as()
  await enrol(browser, await accountOf(world.clients.inCare.person))
  expect((await browser.post('/aanmelden/herstelcodes')).to).toBe('/mijn')
})

test('who has no role here now is told so, without a session', async () => {
  const browser = app.as()
  await enrol(browser, await accountOf(world.workers.past))
  await browser.post('/aanmelden/herstelcodes')
  expect((await browser.get('/aanmelden/rol')).text).toContain('je hebt nu geen rol')
  expect(browser.cookies.has('ol')).toBe(false)
})

test('no step is taken without the one before it, nor with an altered one', async () => {
  const browser = app.as()
  for (const path of ['code', 'herstelcode', 'tweede-stap', 'herstelcodes', 'rol']) {
    browser.cookies.set('ol-stap', 'verzonnen')
    for (const answer of [await browser.get(`/aanmelden/${path}`), await browser.post(`/aanmelden/${path}`)])
      expect([answer.status, answer.to]).toEqual([303, '/aanmelden?gedaan=opnieuw'])
  }
  expect((await browser.get('/aanmelden?gedaan=opnieuw')).text).toContain('Begin opnieuw')
})

test('one goes back to where one wanted to be, on this site only', async () => {
  const email = await accountOf(world.workers.elsewhere)
  const { key } = await enrol(app.as(), email)
  const goals: [string, string][] = [
    ['/mijn-account', '/mijn-account'],
    ['//evil.nl', '/vandaag'],
    ['/\\evil.nl', '/vandaag'],
    ['https://evil.nl', '/vandaag'],
  ]
  for (const [asked, reached] of goals) {
    await forgetUsedCodes()
    const browser = app.as()
    await browser.post(`/aanmelden?terug=${encodeURIComponent(asked)}`, { email, password })
    expect((await browser.post('/aanmelden/code', { code: codeNow(key) })).to).toBe(reached)
  }
})

test('the token is new at each sign-in, and one set by another is never taken over', async () => {
  const email = await accountOf(world.workers.distant)
  const planted = 'x'.repeat(43)
  const browser = app.as(planted)
  const { key } = await enrol(browser, email)
  await browser.post('/aanmelden/herstelcodes')
  const first = browser.cookies.get('ol') ?? ''
  expect(first).not.toBe(planted)
  await forgetUsedCodes()
  await browser.post('/aanmelden', { email, password })
  await browser.post('/aanmelden/code', { code: codeNow(key) })
  expect(browser.cookies.get('ol')).not.toBe(first)
  expect((await app.as(first).get('/mijn-account')).status).toBe(303)
})

test('new recovery codes take the password, and void the old ones', async () => {
  const email = await accountOf(world.workers.welfare)
  const browser = app.as()
  const { codes: old } = await enrol(browser, email)
  await browser.post('/aanmelden/herstelcodes')
  const wrong = await browser.post('/mijn-account/herstelcodes', { old: 'niet dit wachtwoord' })
  expect([wrong.status, wrong.wrong]).toEqual([422, ['old']])
  const shown = await browser.post('/mijn-account/herstelcodes', { old: password })
  const codes = [...shown.text.matchAll(/<code>([\w-]+)<\/code>/g)].map((found) => found[1] ?? '')
  expect([shown.status, codes.length]).toEqual([200, 10])
  const other = app.as()
  await other.post('/aanmelden', { email, password })
  expect((await other.post('/aanmelden/herstelcode', { code: old[0] ?? '' })).status).toBe(422)
  expect((await other.post('/aanmelden/herstelcode', { code: codes[0] ?? '' })).to).toBe('/vandaag')
})

test('an administrator takes a lost second factor away: signed out everywhere, and made anew after the password', async () => {
  const { secretary, administrator, practitioner } = world.workers
  const email = await accountOf(secretary)
  const browser = app.as()
  const { key } = await enrol(browser, email)
  await browser.post('/aanmelden/herstelcodes')
  expect((await browser.get('/mijn-account')).status).toBe(200)
  const page = `/beheer/medewerker/${secretary.id}/tweede-stap`
  const own = `/beheer/medewerker/${administrator.id}/tweede-stap`
  const admin = app.as(await tokenOf(database, administrator))
  expect((await app.as(await tokenOf(database, practitioner)).post(page)).status).toBe(404)
  expect((await admin.post(own)).status).toBe(404)
  expect((await browser.get('/mijn-account')).status).toBe(200)
  expect((await admin.get(page)).text).toContain('Tweede stap weghalen')
  const gone = await admin.get((await admin.post(page)).to ?? '')
  expect(gone.text).toContain('Weggehaald op')
  expect(gone.text).not.toContain('Tweede stap weghalen')
  expect((await browser.get('/mijn-account')).status).toBe(303)
  const again = app.as()
  expect((await again.post('/aanmelden', { email, password })).to).toBe('/aanmelden/tweede-stap')
  const { key: fresh } = await enrol(again, email)
  expect(fresh).not.toBe(key)
  expect((await again.post('/aanmelden/herstelcodes')).to).toBe('/vandaag')
})
