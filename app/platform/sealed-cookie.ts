import { getCookie, setCookie } from 'hono/cookie'
import { seal, unseal } from './keys.ts'
import type { Ctx } from './web.ts'

/** Something that a browser carries for us for a while and nobody can read or alter: its name, its key, its seconds. */
export type SealedCookie = { name: string; purpose: string; seconds: number }

/** Lets the browser carry a text, sealed; what a person typed thus needs no place in an address. */
export function keepSealed(c: Ctx, cookie: SealedCookie, text: string): void {
  const body = `${Date.now() + cookie.seconds * 1000}:${c.var.me?.sessionId ?? ''}:${text}`
  const sealed = seal(c.var.house.keys.secret, cookie.purpose, body).toString('base64url')
  setCookie(c, cookie.name, sealed, { ...where(c), maxAge: cookie.seconds })
}

/** What was kept in this session; null when nothing was, or it is too old, altered, or another session's. */
export function keptSealed(c: Ctx, cookie: SealedCookie): string | null {
  const sealed = getCookie(c, cookie.name)
  const body = sealed
    ? unseal(c.var.house.keys.secret, cookie.purpose, Buffer.from(sealed, 'base64url'))
    : null
  const [, until, session, text] = /^(\d+):([^:]*):([\s\S]*)$/.exec(body ?? '') ?? []
  if (text === undefined || Number(until) < Date.now()) return null
  return session === (c.var.me?.sessionId ?? '') ? text : null
}

function where(c: Ctx) {
  const secure = c.var.house.config.PUBLIC_URL?.startsWith('https:') ?? false
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const
}
