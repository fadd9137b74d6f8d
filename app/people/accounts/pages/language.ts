import { setCookie } from 'hono/cookie'
import { link } from '../../../links.ts'
import type { Ctx } from '../../../platform/web.ts'
import { cookieRules } from '../rules/cookie.ts'
import { localPath } from '../rules/local-path.ts'

const year = 365 * 24 * 3600

/** The other language of the screens, and back to where one was. */
export function get(c: Ctx): Response {
  const how = { ...cookieRules(c.var.house.config.PUBLIC_URL), maxAge: year }
  setCookie(c, 'taal', c.var.lang === 'nl' ? 'en' : 'nl', how)
  return c.redirect(localPath(c.req.query('terug')) ?? link('home'), 303)
}
