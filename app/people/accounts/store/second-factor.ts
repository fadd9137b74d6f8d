import { symmetricDecrypt } from 'better-auth/crypto'
import { sql } from 'kysely'
import type { PersonId } from '../../../core/id.ts'
import type { Database } from '../../../platform/engine.ts'
import { stepOfCode } from '../rules/one-time-code.ts'
import type { Auth } from './auth.ts'
import { dropAuthSession, passCookie, type Refusal, refusal, withAuthSession } from './auth-session.ts'

/** A second factor to be confirmed: the address that an app reads, and the recovery codes. */
export type Enrolment = { uri: string; codes: string[] }

export type Passed = { personId: PersonId } | { personId: null; why: Refusal | 'replayed' }

type Verified = { token: string; user: { id: string } }

/** Makes a second factor for somebody whose password was just right; null when there is one already. */
export async function enrol(auth: Auth, personId: string, password: string): Promise<Enrolment | null> {
  try {
    const body = { password, method: 'totp' as const }
    const made = await withAuthSession(auth, personId, (headers) =>
      auth.api.enableTwoFactor({ body, headers }),
    )
    if (!('totpURI' in made)) return null
    return { uri: made.totpURI, codes: made.backupCodes }
  } catch (error) {
    refusal(error)
    return null
  }
}

/** New recovery codes in place of the old ones; null when the password is wrong, or there is no second factor. */
export async function newRecoveryCodes(
  auth: Auth,
  personId: string,
  password: string,
): Promise<string[] | null> {
  try {
    const made = await withAuthSession(auth, personId, (headers) =>
      auth.api.generateBackupCodes({ body: { password }, headers }),
    )
    return made.backupCodes
  } catch (error) {
    refusal(error)
    return null
  }
}

/** Confirms a new second factor with its first code. Only one that still waits: on this path no wrong codes are counted. */
export async function confirm(
  auth: Auth,
  database: Database,
  personId: string,
  code: string,
): Promise<boolean> {
  if ((await factorOf(database, personId))?.verified !== false) return false
  try {
    await withAuthSession(auth, personId, (headers) => auth.api.verifyTOTP({ body: { code }, headers }))
  } catch (error) {
    refusal(error)
    return false
  }
  return spend(auth, database, personId, code)
}

/** The code of an app, with the pass that the password gave. A pass and a code are each good once. */
export async function passCode(auth: Auth, database: Database, pass: string, code: string): Promise<Passed> {
  const passed = await take(auth, pass, (headers) => auth.api.verifyTOTP({ body: { code }, headers }))
  if (passed.personId === null || (await spend(auth, database, passed.personId, code))) return passed
  return { personId: null, why: 'replayed' }
}

/** A recovery code instead of the app; each is good once. */
export function passRecoveryCode(auth: Auth, pass: string, code: string): Promise<Passed> {
  return take(auth, pass, (headers) => auth.api.verifyBackupCode({ body: { code }, headers }))
}

async function take(
  auth: Auth,
  pass: string,
  verify: (headers: Headers) => Promise<object>,
): Promise<Passed> {
  // One cookie value, and nothing that could add another.
  if (!/^[\w%.~-]+$/.test(pass)) return { personId: null, why: 'start-again' }
  try {
    const headers = new Headers({ cookie: `${await passCookie(auth)}=${pass}` })
    const verified = (await verify(headers)) as Verified
    await dropAuthSession(auth, verified.token)
    return { personId: verified.user.id as PersonId }
  } catch (error) {
    return { personId: null, why: refusal(error) }
  }
}

// The library takes a code again within its window. Here its step is spent; false when it, or a newer one, was before.
async function spend(auth: Auth, database: Database, personId: string, code: string): Promise<boolean> {
  const factor = await factorOf(database, personId)
  if (!factor) return false
  const { secretConfig } = await auth.$context
  const secret = await symmetricDecrypt({ key: secretConfig, data: factor.secret })
  const step = stepOfCode(secret, code, new Date())
  if (step === null) return false
  const { rows } = await database.signin.transaction().execute((tx) =>
    sql`insert into accounts.used_codes as u (user_id, code_step) values (${personId}, ${step})
      on conflict (user_id) do update set code_step = excluded.code_step
      where u.code_step < excluded.code_step returning 1`.execute(tx),
  )
  return rows.length === 1
}

function factorOf(database: Database, personId: string) {
  return database.signin
    .transaction()
    .execute((tx) =>
      tx
        .selectFrom('accounts.second_factors')
        .select(['secret', 'verified'])
        .where('user_id', '=', personId)
        .executeTakeFirst(),
    )
}

/** Whether somebody signs in with a second factor by now; null for who has no account. */
export async function hasFactor(database: Database, personId: string): Promise<boolean | null> {
  const row = await database.signin
    .transaction()
    .execute((tx) =>
      tx
        .selectFrom('accounts.users')
        .select('two_factor_enabled')
        .where('id', '=', personId)
        .executeTakeFirst(),
    )
  return row ? row.two_factor_enabled === true : null
}
