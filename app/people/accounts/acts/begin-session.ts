import { getCookie, setCookie } from 'hono/cookie'
import { link } from '../../../links.ts'
import type { Ctx } from '../../../platform/web.ts'
import { cookieRules, keptFormCookie, sessionCookie } from '../rules/cookie.ts'
import { device } from '../rules/device.ts'
import type { Entry } from '../rules/entry.ts'
import { homeOf } from '../rules/home.ts'
import { endSession, startSession } from '../store/sessions.ts'
import { dropStep } from './drop-step.ts'
import { openKeptForm } from './open-kept-form.ts'

type Way = Pick<Entry, 'role' | 'organisationId'> & { back?: string | null }

/**
 * Begins a session for somebody whose identity is proven, with a token that nobody had before (OWASP: session fixation),
 * ends the one that this browser had, and goes on: back to where they wanted to be, or home.
 */
export async function beginSession(c: Ctx, personId: string, way: Way): Promise<Response> {
  const { database, config } = c.var.house
  if (c.var.token) await endSession(database, c.var.token)
  const token = await startSession(database, personId, way, device(c.req.header('user-agent')))
  setCookie(c, sessionCookie(config.PUBLIC_URL), token, cookieRules(config.PUBLIC_URL))
  dropStep(c)
  return c.redirect((await backOf(c, personId, way.back)) ?? link(homeOf(way.role) as 'home'), 303)
}

// To the form that waits, if one does. One that waited here for somebody else is gone by then, and so is its page.
async function backOf(c: Ctx, personId: string, back: string | null | undefined) {
  if (getCookie(c, keptFormCookie) === undefined) return back
  return (await openKeptForm(c, personId))?.form.path
}
