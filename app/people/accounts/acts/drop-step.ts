import { deleteCookie } from 'hono/cookie'
import type { Ctx } from '../../../platform/web.ts'
import { cookieRules, stepCookie } from '../rules/cookie.ts'

/** Takes away the step that the visitor carries. */
export function dropStep(c: Ctx): void {
  deleteCookie(c, stepCookie, cookieRules(c.var.house.config.PUBLIC_URL))
}
