import { randomBytes } from 'node:crypto'
import { setCookie } from 'hono/cookie'
import { seal } from '../../../platform/keys.ts'
import type { Ctx } from '../../../platform/web.ts'
import { cookieRules, knownBrowser } from '../rules/cookie.ts'

const halfYear = 182 * 86_400

/** Lets this browser show later that the address signed in here before. Sealed, so that it names nobody. */
export function knowBrowser(c: Ctx, address: string): void {
  const { secret } = c.var.house.keys
  const sealed = seal(secret, knownBrowser.purpose, `${randomBytes(9).toString('base64url')} ${address}`)
  const how = { ...cookieRules(c.var.house.config.PUBLIC_URL), maxAge: halfYear }
  setCookie(c, knownBrowser.name, sealed.toString('base64url'), how)
}
