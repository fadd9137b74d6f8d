import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lines } from '../../../../tests/support/gate.ts'
import { makeWorld, tokenOf, type World } from '../../../../tests/support/people.ts'
import type { Database } from '../../../platform/engine.ts'

let database: Database
let world: World

beforeAll(async () => {
  database = await openTestDatabase()
  world = await makeWorld(database)
  await asRoot(database, (tx) => tx.updateTable('staff.teams').set({ phone: '0592 123 456' }).execute())
})
afterAll(() => database.close())

async function browserOf(who: keyof World['workers']) {
  return openApp(database).as(await tokenOf(database, world.workers[who]))
}

test('a search posts, and its words travel sealed: neither in the address nor readable in the cookie', async () => {
  const me = await browserOf('practitioner')
  const posted = await me.post('/clienten/zoeken', { familyName: 'Jansen' })
  expect([posted.status, posted.to]).toEqual([303, '/clienten/zoeken?gevonden=ja'])
  const line = posted.response.headers.getSetCookie().find((cookie) => cookie.startsWith('ol-zoek=')) ?? ''
  expect(line).toMatch(/HttpOnly/i)
  expect(line).toMatch(/Max-Age=600/)
  expect(Buffer.from(me.cookies.get('ol-zoek') ?? '', 'base64url').toString('latin1')).not.toContain('Jansen')
})

test('own clients are found as their name sounds, with the way to the dossier, and the search is a line', async () => {
  const me = await browserOf('practitioner')
  await me.post('/clienten/zoeken', { familyName: 'Jansen' })
  const page = await me.get('/clienten/zoeken?gevonden=ja')
  expect([page.status, page.heading]).toEqual([200, 'Zoeken'])
  expect(page.text).toContain(`href="/clienten/${world.clients.inCare.id}"`)
  expect(page.text).toContain('Jan Janssen')
  const [line] = await lines(database, sql`event = 'search' and client_id = ${world.clients.inCare.id}`)
  expect(line).toMatchObject({ sections: ['card'], query: 'own Jansen', purpose: 'care' })
})

test('of somebody with another team only that team is told, and no id', async () => {
  const me = await browserOf('practitioner')
  await me.post('/clienten/zoeken', { familyName: 'van den Berg', birthDate: '3-2-1980', everywhere: 'ja' })
  const page = await me.get('/clienten/zoeken?gevonden=ja')
  expect(page.text).toContain('Bekend bij team Team south')
  expect(page.text).not.toContain(world.clients.southern.id)
  expect(page.text).not.toContain('Klaas')
  expect(page.text).toContain('href="tel:0592123456"')
  expect(page.text).not.toContain('U zocht alleen op naam')
})

test('who is known elsewhere by the name alone is asked the birth date of', async () => {
  const me = await browserOf('practitioner')
  await me.post('/clienten/zoeken', {
    givenName: 'Klaas',
    familyName: 'van den Berg',
    infix: '',
    everywhere: 'ja',
  })
  const page = await me.get('/clienten/zoeken?gevonden=ja')
  expect(page.text).toContain('Bekend bij team Team south')
  expect(page.text).toMatch(/U zocht alleen op naam[\s\S]*name="birthDate"/)
})

test('who may not register asks nothing of the region', async () => {
  const me = await browserOf('supporter')
  await me.post('/clienten/zoeken', { familyName: 'van den Berg', birthDate: '3-2-1980', everywhere: 'ja' })
  const page = await me.get('/clienten/zoeken?gevonden=ja')
  expect(page.text).toContain('Niemand gevonden')
  expect(page.text).not.toContain('name="everywhere"')
})

test('too little is asked again, with the field named', async () => {
  const me = await browserOf('practitioner')
  const page = await me.post('/clienten/zoeken', { familyName: 'J' })
  expect([page.status, page.wrong]).toEqual([422, ['familyName']])
  expect(me.cookies.has('ol-zoek')).toBe(false)
})

test.each(['de', 'van', 'van der'])('"%s" alone is asked again, with the field named', async (familyName) => {
  const me = await browserOf('practitioner')
  await me.post('/clienten/zoeken', { familyName, everywhere: 'ja' })
  const page = await me.get('/clienten/zoeken?gevonden=ja')
  expect([page.status, page.wrong]).toEqual([422, ['familyName']])
  await me.post('/aanmeldingen/nieuw', { step: 'search', familyName })
  const referral = await me.get('/aanmeldingen/nieuw?stap=2')
  expect([referral.status, referral.wrong]).toEqual([422, ['familyName']])
  await me.post('/clienten/zoeken', { familyName: `${familyName} Janssen` })
  expect((await me.get('/clienten/zoeken?gevonden=ja')).text).toContain('Jan Janssen')
})

test('who looks outside the team with a family name alone reads what that takes', async () => {
  const me = await browserOf('practitioner')
  await me.post('/clienten/zoeken', { familyName: 'van den Berg', everywhere: 'ja' })
  expect((await me.get('/clienten/zoeken?gevonden=ja')).text).toContain('de hele naam en de geboortedatum')
})

test('the thirty-first search of the region in an hour is refused with a sentence', async () => {
  const me = await browserOf('second')
  for (let i = 0; i < 30; i++) {
    await me.post('/clienten/zoeken', {
      familyName: `Naam${'abcdefghijklmnopqrstuvwxyzabcdef'.slice(0, i + 2)}`,
      everywhere: 'ja',
    })
    expect((await me.get('/clienten/zoeken?gevonden=ja')).status).toBe(200)
  }
  await me.post('/clienten/zoeken', { familyName: 'Nogeen', everywhere: 'ja' })
  const page = await me.get('/clienten/zoeken?gevonden=ja')
  expect([page.status, page.wrong]).toEqual([422, ['everywhere']])
  expect(page.text).toContain('dertig keer')
  expect(page.text).toContain('value="Nogeen"')
})

test('what another session searched is not shown: a copied cookie is worth nothing', async () => {
  const me = await browserOf('practitioner')
  await me.post('/clienten/zoeken', { familyName: 'Jansen' })
  const other = await browserOf('secretary')
  other.cookies.set('ol-zoek', me.cookies.get('ol-zoek') ?? '')
  const page = await other.get('/clienten/zoeken?gevonden=ja')
  expect([page.status, page.text.includes('Jansen')]).toEqual([200, false])
})

test('an administrator has no search', async () => {
  const me = await browserOf('administrator')
  expect((await me.get('/clienten/zoeken')).status).toBe(404)
})
