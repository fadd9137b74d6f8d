import { getCookie } from 'hono/cookie'
import { unseal } from '../../../platform/keys.ts'
import type { Ctx } from '../../../platform/web.ts'
import { knownBrowser } from '../rules/cookie.ts'

/**
 * Under which name wrong passwords are counted: a browser where the address signed in before has a count of its own, so
 * that nobody elsewhere can lock a colleague out by guessing (OWASP, device cookies).
 */
export function countedAs(c: Ctx, address: string): string {
  const sealed = Buffer.from(getCookie(c, knownBrowser.name) ?? '', 'base64url')
  const [browser, known] = unseal(c.var.house.keys.secret, knownBrowser.purpose, sealed)?.split(' ') ?? []
  return known === address ? `${browser} ${address}` : address
}
