import { link } from '../../../links.ts'
import type { Ctx } from '../../../platform/web.ts'
import { leaveSession } from '../acts/leave-session.ts'

/** Ends the session here. */
export async function post(c: Ctx): Promise<Response> {
  await leaveSession(c)
  return c.redirect(link('signIn'), 303)
}
