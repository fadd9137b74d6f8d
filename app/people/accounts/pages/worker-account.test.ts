import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { type Answer, openApp, plain } from '../../../../tests/support/app.ts'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import { lines } from '../../../../tests/support/gate.ts'
import { makeWorld, tokenOf } from '../../../../tests/support/people.ts'
import { onceField } from '../../../core/form.ts'
import { link, paths } from '../../../links.ts'

const database = await openTestDatabase()
const { workers } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

const page = link('workerAccount', { personId: workers.practitioner.id })

const passwordIn = ({ text }: Answer) => plain(/alleen nu:\s*<strong>([^<]+)<\/strong>/.exec(text)?.[1] ?? '')
const linesOfAccounts = () => lines(database, sql`event = 'rights' and query like 'account %'`)

test('an administrator gives a colleague an account, once; its password leads to the second step', async () => {
  const admin = app.as(await tokenOf(database, workers.administrator))
  const lost = link('workerFactor', { personId: workers.practitioner.id })
  expect((await admin.get(page)).text).not.toContain(lost)
  const made = await admin.post(page)
  const after = await admin.get(page)
  expect(after.heading).toBe('Account')
  expect(after.text).toContain(lost)
  expect(plain(after.text)).not.toContain('startwachtwoord te zien')
  expect(made.status).toBe(200)
  const password = passwordIn(made)
  const email = /[\w.-]+@[\w.-]+/.exec(plain(made.text))?.[0] ?? ''
  const signIn = await app.as().post(paths.signIn, { email, password })
  expect(signIn).toMatchObject({ status: 303, to: paths.enrol })
  expect(await linesOfAccounts()).toHaveLength(1)
  expect((await admin.post(page)).status).toBe(422)
  expect(await linesOfAccounts()).toHaveLength(1)
})

test('who clicks twice sees the same start password twice, of one account', async () => {
  const admin = app.as(await tokenOf(database, workers.administrator))
  const other = link('workerAccount', { personId: workers.second.id })
  const { text } = await admin.get(other)
  const form = { [onceField]: new RegExp(`name="${onceField}" value="([^"]+)"`).exec(text)?.[1] ?? '' }
  const before = (await linesOfAccounts()).length
  const answers = await Promise.all([admin.post(other, form), admin.post(other, form)])
  expect(answers.map((answer) => answer.status)).toEqual([200, 200])
  const [first, second] = answers.map(passwordIn)
  expect(first).toMatch(/^[\w-]{14}$/)
  expect(second).toBe(first)
  expect(await linesOfAccounts()).toHaveLength(before + 1)
  expect((await admin.post(other)).status).toBe(422)
  expect(await linesOfAccounts()).toHaveLength(before + 1)
})

test('nobody else makes accounts', async () => {
  const worker = app.as(await tokenOf(database, workers.practitioner))
  expect((await worker.get(page)).status).toBe(404)
  expect((await worker.post(page)).status).toBe(404)
})
