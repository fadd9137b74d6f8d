import { APIError } from 'better-auth/api'
import { makeSignature } from 'better-auth/crypto'
import type { Auth } from './auth.ts'

/** Why the library refused: a wrong code, too many of them, or a sign-in that has to begin again. */
export type Refusal = 'wrong' | 'locked' | 'start-again'

/** Runs `work` with the headers of a session of the library that exists only meanwhile: some of its calls insist on one. */
export async function withAuthSession<T>(
  auth: Auth,
  userId: string,
  work: (headers: Headers) => Promise<T>,
): Promise<T> {
  const context = await auth.$context
  const session = await context.internalAdapter.createSession(userId)
  try {
    const signed = encodeURIComponent(
      `${session.token}.${await makeSignature(session.token, context.secret)}`,
    )
    return await work(new Headers({ cookie: `${context.authCookies.sessionToken.name}=${signed}` }))
  } finally {
    // All of this user's: verifying a code swaps the session for a new one.
    await context.internalAdapter.deleteUserSessions(userId)
  }
}

/** Ends a session that the library made by itself. */
export async function dropAuthSession(auth: Auth, token: string): Promise<void> {
  const context = await auth.$context
  await context.internalAdapter.deleteSession(token)
}

/** Name of the cookie in which the library hands out the pass between password and second factor. */
export async function passCookie(auth: Auth): Promise<string> {
  const context = await auth.$context
  return context.createAuthCookie('two_factor').name
}

/** The library's refusal as one of ours; whatever is not the visitor's doing is thrown again. */
export function refusal(error: unknown): Refusal {
  if (!(error instanceof APIError) || error.statusCode >= 500) throw error
  const code = error.body?.code
  if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE') return 'wrong'
  return code === 'ACCOUNT_TEMPORARILY_LOCKED' ? 'locked' : 'start-again'
}
