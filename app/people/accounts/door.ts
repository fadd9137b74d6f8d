import { getCookie } from 'hono/cookie'
import { type Ctx, asker } from '../../platform/web.ts'
import { sessionCookie } from './rules/cookie.ts'
import { findMe } from './store/sessions.ts'

/** Puts who is signed in beside the request, from the session cookie; nobody when it ended. */
export async function whoIsAsking(c: Ctx): Promise<void> {
  const token = getCookie(c, sessionCookie(c.var.house.config.PUBLIC_URL))
  if (!token) return
  c.set('token', token)
  c.set('me', await findMe(asker(c)))
}
