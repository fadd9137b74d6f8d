import { deleteCookie } from 'hono/cookie'
import type { Ctx } from '../../../platform/web.ts'
import { cookieRules, sessionCookie } from '../rules/cookie.ts'
import { endSession } from '../store/sessions.ts'
import { dropStep } from './drop-step.ts'

/** Ends the session that this browser has, and takes its cookies away. */
export async function leaveSession(c: Ctx): Promise<void> {
  const { database, config } = c.var.house
  if (c.var.token) await endSession(database, c.var.token)
  deleteCookie(c, sessionCookie(config.PUBLIC_URL), cookieRules(config.PUBLIC_URL))
  dropStep(c)
}
