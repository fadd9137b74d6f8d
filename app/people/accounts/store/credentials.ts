import { randomUUIDv7 } from 'node:crypto'
import type { PersonId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Database } from '../../../platform/engine.ts'
import type { Auth } from './auth.ts'
import { dropAuthSession, passCookie, refusal } from './auth-session.ts'
import { hashNewPassword, verifyPassword } from './passwords.ts'

/** An account to be made; `handedOver` says that somebody else made its password. */
export type NewAccount = {
  personId: string
  email: string
  password: string
  name: string
  handedOver?: boolean
}

/** What a password led to: the second factor is asked, or there is none yet. */
export type Checked =
  | { kind: 'wrong' }
  | { kind: 'second-factor-needed'; pass: string }
  | { kind: 'no-second-factor'; personId: PersonId }

/** Writes an account, in the sign-in role's transaction; `hash` is made before, because it takes long. */
export async function insertAccount(
  tx: Tx,
  { personId, email, name, handedOver }: NewAccount,
  hash: string,
): Promise<void> {
  await tx.insertInto('accounts.users').values({ id: personId, name, email: email.toLowerCase() }).execute()
  await tx
    .insertInto('accounts.credentials')
    .values({
      id: randomUUIDv7(),
      user_id: personId,
      account_id: personId,
      provider_id: 'credential',
      password: hash,
    })
    .execute()
  if (handedOver) await tx.insertInto('accounts.start_passwords').values({ user_id: personId }).execute()
}

/** Whether somebody still has the password that was handed over; with `password`, whether it is this one. */
export async function hasStartPassword(
  database: Database,
  personId: string,
  password?: string,
): Promise<boolean> {
  const row = await database.signin
    .transaction()
    .execute((tx) =>
      tx
        .selectFrom('accounts.start_passwords as s')
        .innerJoin('accounts.credentials as c', 'c.user_id', 's.user_id')
        .select('c.password as hash')
        .where('s.user_id', '=', personId)
        .executeTakeFirst(),
    )
  if (row === undefined || password === undefined) return row !== undefined
  return row.hash !== null && verifyPassword({ hash: row.hash, password })
}

/** A password of one's own for the one that was handed over; false when it is the same. */
export async function replaceStartPassword(
  auth: Auth,
  database: Database,
  { personId, next }: { personId: string; next: string },
): Promise<boolean> {
  const context = await auth.$context
  const kept = (await context.internalAdapter.findCredentialAccount(personId))?.password
  if (!kept || (await context.password.verify({ hash: kept, password: next }))) return false
  const hash = await hashNewPassword(next)
  await database.signin.transaction().execute((tx) => writePassword(tx, personId, hash))
  return true
}

async function writePassword(tx: Tx, personId: string, hash: string): Promise<void> {
  await tx
    .updateTable('accounts.credentials')
    .set({ password: hash, updated_at: new Date() })
    .where('user_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('accounts.verifications').where('value', '=', personId).execute()
  await tx.deleteFrom('accounts.start_passwords').where('user_id', '=', personId).execute()
}

/** Checks e-mail and password. An unknown address takes as long as a wrong password, and answers the same. */
export async function checkPassword(auth: Auth, email: string, password: string): Promise<Checked> {
  await askAlike(auth, email)
  try {
    const { headers, response } = await auth.api.signInEmail({
      body: { email, password },
      headers: new Headers(),
      returnHeaders: true,
    })
    if ('twoFactorRedirect' in response)
      return { kind: 'second-factor-needed', pass: cookieNamed(headers, await passCookie(auth)) }
    await dropAuthSession(auth, response.token)
    return { kind: 'no-second-factor', personId: response.user.id as PersonId }
  } catch (error) {
    refusal(error)
    return { kind: 'wrong' }
  }
}

// Of a known address the library asks one thing more, its password: of an unknown one nobody's is asked here.
async function askAlike(auth: Auth, email: string): Promise<void> {
  const { internalAdapter } = await auth.$context
  if (!(await internalAdapter.findUserByEmail(email)))
    await internalAdapter.findCredentialAccount(randomUUIDv7())
}

function cookieNamed(headers: Headers, name: string): string {
  const line = headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`))
  return line?.slice(name.length + 1).split(';')[0] ?? ''
}

/** Changes a password; false when the old one is wrong. Half-done sign-ins fall with the old password. */
export async function changePassword(
  auth: Auth,
  database: Database,
  change: { personId: string; old: string; next: string },
): Promise<boolean> {
  const context = await auth.$context
  const kept = (await context.internalAdapter.findCredentialAccount(change.personId))?.password
  if (!kept || !(await context.password.verify({ hash: kept, password: change.old }))) return false
  const hash = await hashNewPassword(change.next)
  await database.signin.transaction().execute((tx) => writePassword(tx, change.personId, hash))
  return true
}

/** The e-mail address somebody signs in with, or null for who has no account (the cast of a demo). */
export async function emailOf(database: Database, personId: string): Promise<string | null> {
  const row = await database.signin
    .transaction()
    .execute((tx) =>
      tx.selectFrom('accounts.users').select('email').where('id', '=', personId).executeTakeFirst(),
    )
  return row?.email ?? null
}
