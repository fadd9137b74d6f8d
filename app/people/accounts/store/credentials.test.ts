import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, root } from '../../../../tests/support/database.ts'
import { newId } from '../../../core/id.ts'
import { readConfig } from '../../../platform/config.ts'
import type { Database } from '../../../platform/engine.ts'
import { metered, newMeter } from '../../../platform/meter.ts'
import type { House } from '../../../platform/web.ts'
import { type Auth, authOf } from './auth.ts'
import { changePassword, checkPassword, insertAccount, type NewAccount } from './credentials.ts'
import { hashNewPassword, hashPassword, verifyPassword } from './passwords.ts'

let database: Database
let auth: Auth
const personId = newId()
const email = 'anna@voorbeeld.nl'

const password = 'een zin van een paar woorden'

function houseOf(): House {
  const keys = { secret: 'a-secret-of-the-tests-of-forty-characters' }
  return { config: readConfig({}, false), database, demo: false, assets: { css: '' }, keys }
}

async function makeAccount(account: NewAccount): Promise<void> {
  const hash = await hashNewPassword(account.password)
  await database.signin.transaction().execute((tx) => insertAccount(tx, account, hash))
}

beforeAll(async () => {
  database = await openTestDatabase()
  auth = authOf(houseOf())
  await makeAccount({ personId, email: 'Anna@Voorbeeld.nl', password, name: 'Anna' })
})
afterAll(() => database.close())

async function ownSessions(): Promise<number> {
  const rows = await root(database).selectFrom('accounts.auth_sessions').select('id').execute()
  return rows.length + auth.memory.size
}

test('the library is made once for a house', () => {
  expect(authOf(houseOf())).toBe(auth)
})

test('a right password leads to the person, a wrong one to nothing, and the library keeps no session', async () => {
  expect(await checkPassword(auth, email, password)).toEqual({ kind: 'no-second-factor', personId })
  expect(await checkPassword(auth, email, 'iets heel anders')).toEqual({ kind: 'wrong' })
  expect(await checkPassword(auth, 'niemand@voorbeeld.nl', password)).toEqual({ kind: 'wrong' })
  expect(await ownSessions()).toBe(0)
})

test('of an unknown address as much is asked as of a known one', async () => {
  const asked = async (address: string) => {
    const meter = newMeter()
    await metered(meter, () => checkPassword(auth, address, 'iets heel anders'))
    return meter.statements
  }
  expect(await asked(email)).toBeGreaterThan(1)
  expect(await asked('niemand@voorbeeld.nl')).toBe(await asked(email))
})

test('a password is kept as a hash that differs each time', async () => {
  const [one, two] = [await hashPassword(password), await hashPassword(password)]
  expect(one).not.toBe(two)
  expect(await verifyPassword({ hash: one, password })).toBe(true)
  expect(await verifyPassword({ hash: one, password: `${password}!` })).toBe(false)
  expect(await verifyPassword({ hash: 'geen hash', password })).toBe(false)
  await expect(hashNewPassword('te kort')).rejects.toThrow(RangeError)
})

test('a password changes with the old one only', async () => {
  const next = 'een heel nieuwe zin'
  expect(await changePassword(auth, database, { personId, old: 'niet de oude zin', next })).toBe(false)
  expect(await changePassword(auth, database, { personId, old: password, next })).toBe(true)
  expect(await checkPassword(auth, email, password)).toEqual({ kind: 'wrong' })
  expect((await checkPassword(auth, email, next)).kind).toBe('no-second-factor')
})

test('an address belongs to one person', async () => {
  await expect(makeAccount({ personId: newId(), email, password, name: 'Een ander' })).rejects.toThrow()
})

test('the application itself reads no account', async () => {
  const asked = database.app
    .transaction()
    .execute((tx) => tx.selectFrom('accounts.users').select('email').execute())
  await expect(asked).rejects.toThrow(/permission denied/)
})
