import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { type Answer, openApp, plain } from '../../../../tests/support/app.ts'
import { openTestDatabase, root } from '../../../../tests/support/database.ts'
import { lines } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { link, paths } from '../../../links.ts'
import { makeAccount } from '../acts/make-account.ts'

const database = await openTestDatabase()
const { workers } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

const password = 'een zin van een paar woorden'
const passwordIn = ({ text }: Answer) => plain(/alleen nu:\s*<strong>([^<]+)<\/strong>/.exec(text)?.[1] ?? '')
const pageOf = ({ id }: Person) => link('workerPassword', { personId: id })
const factorOf = ({ id }: Person) => link('workerFactor', { personId: id })

async function accountOf({ id }: Person): Promise<string> {
  const email = `${id}@voorbeeld.nl`
  await makeAccount(database, { personId: id, email, password, name: 'Sanne' })
  return email
}

async function factorFor({ id }: Person): Promise<void> {
  const factor = { id: newId(), user_id: id, secret: '', backup_codes: '', verified: true }
  await root(database).insertInto('accounts.second_factors').values(factor).execute()
  const on = { two_factor_enabled: true }
  await root(database).updateTable('accounts.users').set(on).where('id', '=', id).execute()
}

async function as(person: Person) {
  return app.as(await tokenOf(database, person))
}

test('an administrator hands over a new start password: signed out everywhere, the old one is over', async () => {
  const email = await accountOf(workers.practitioner)
  await factorFor(workers.practitioner)
  const [admin, worker] = [await as(workers.administrator), await as(workers.practitioner)]
  expect((await worker.get(paths.account)).status).toBe(200)
  const given = await admin.post(pageOf(workers.practitioner))
  expect(given.status).toBe(200)
  expect((await worker.get(paths.account)).to).toContain(paths.signIn)
  expect((await app.as().post(paths.signIn, { email, password })).status).toBe(422)
  expect((await app.as().post(paths.signIn, { email, password: passwordIn(given) })).to).toBe(
    paths.secondFactor,
  )
  const waiting = await root(database).selectFrom('accounts.start_passwords').select('user_id').execute()
  expect(waiting).toEqual([{ user_id: workers.practitioner.id }])
  const rights = await lines(database, sql`event = 'rights' and query like 'password %'`)
  expect(rights).toMatchObject([{ action: 'C', role: 'administrator' }])
})

test('nobody takes both away: the password and the second step', async () => {
  const admin = await as(workers.administrator)
  await accountOf(workers.second)
  await accountOf(workers.southern)
  expect((await admin.post(pageOf(workers.second))).status).toBe(200)
  expect((await admin.post(factorOf(workers.second))).status).toBe(404)
  expect((await admin.post(factorOf(workers.southern))).status).toBe(303)
  expect((await admin.post(pageOf(workers.southern))).status).toBe(404)
  await factorFor(workers.southern)
  expect((await admin.post(pageOf(workers.southern))).status).toBe(200)
})

test('not for oneself, for who has no account, or by anybody else', async () => {
  const email = await accountOf(workers.administrator)
  const admin = await as(workers.administrator)
  expect((await admin.get(pageOf(workers.administrator))).text).toContain('Dit is uw eigen account')
  expect((await admin.post(pageOf(workers.administrator))).status).toBe(404)
  expect((await app.as().post(paths.signIn, { email, password })).status).toBe(303)
  expect((await admin.get(pageOf(workers.peer))).text).toContain('nog geen account')
  expect((await admin.post(pageOf(workers.peer))).status).toBe(404)
  const worker = await as(workers.practitioner)
  expect((await worker.get(pageOf(workers.second))).status).toBe(404)
  expect((await worker.post(pageOf(workers.second))).status).toBe(404)
})
