import { afterAll, expect, test } from 'vitest'
import { openApp, plain } from '../../../../tests/support/app.ts'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, tokenOf } from '../../../../tests/support/people.ts'
import { link, paths } from '../../../links.ts'

const database = await openTestDatabase()
const { workers } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

const page = link('workerAccount', { personId: workers.practitioner.id })

test('an administrator gives a colleague an account, once; its password leads to the second step', async () => {
  const admin = app.as(await tokenOf(database, workers.administrator))
  const made = await admin.post(page)
  expect(made.status).toBe(200)
  const password = plain(/alleen nu:\s*<strong>([^<]+)<\/strong>/.exec(made.text)?.[1] ?? '')
  const email = /[\w.-]+@[\w.-]+/.exec(plain(made.text))?.[0] ?? ''
  const signIn = await app.as().post(paths.signIn, { email, password })
  expect(signIn).toMatchObject({ status: 303, to: paths.enrol })
  expect((await admin.post(page)).status).toBe(422)
})

test('nobody else makes accounts', async () => {
  const worker = app.as(await tokenOf(database, workers.practitioner))
  expect((await worker.get(page)).status).toBe(404)
  expect((await worker.post(page)).status).toBe(404)
})
