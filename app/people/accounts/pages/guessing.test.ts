import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, tokenOf } from '../../../../tests/support/people.ts'
import { readConfig } from '../../../platform/config.ts'
import { makeAccount } from '../acts/make-account.ts'

const database = await openTestDatabase()
const world = await makeWorld(database)
afterAll(() => database.close())

const password = 'een zin van een paar woorden'
const email = 'iemand@voorbeeld.nl'
await makeAccount(database, { personId: world.workers.practitioner.id, email, password, name: 'Sanne' })

function behindProxy() {
  const app = openApp(database, { config: readConfig({ TRUSTED_PROXIES: '1' }, false) })
  return (from: string, fields: Record<string, string>, path = '/aanmelden') =>
    app.as().send(path, {
      method: 'POST',
      headers: { 'x-forwarded-for': from, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
}

test('sixty tries a minute from one place, whatever addresses are tried; from elsewhere one goes on', async () => {
  const post = behindProxy()
  // A form that is not filled in counts as well, and is quick.
  for (let i = 0; i < 59; i += 1) expect((await post(`1.1.1.${i}, 9.9.9.9`, {})).status).toBe(422)
  expect((await post('9.9.9.9', { email: 'niemand@voorbeeld.nl', password })).status).toBe(422)
  const refused = await post('9.9.9.9', { email, password })
  expect([refused.status, refused.heading]).toEqual([429, 'Even wachten'])
  expect(refused.text).toContain('Wacht een minuut')
  expect(refused.response.headers.get('retry-after')).toBe('60')
  expect((await post('9.9.9.9', { code: '123456' }, '/aanmelden/code')).status).toBe(429)
  expect((await post('8.8.8.8', { email, password })).status).toBe(303)
})

test('who is right is never one too many', async () => {
  const post = behindProxy()
  for (let i = 0; i < 59; i += 1) await post('9.9.9.9', {})
  for (let i = 0; i < 3; i += 1) expect((await post('9.9.9.9', { email, password })).status).toBe(303)
})

test('what a page cost is said to who is signed in, and never where an address is tried', async () => {
  const worker = openApp(database).as(await tokenOf(database, world.workers.practitioner))
  expect((await worker.get('/mijn-account')).response.headers.get('server-timing')).toContain('sql;')
  for (const browser of [worker, openApp(database).as()]) {
    const answer = await browser.post('/aanmelden', { email, password: 'niet het wachtwoord' })
    expect([answer.status, answer.response.headers.get('server-timing')]).toEqual([422, null])
  }
})
