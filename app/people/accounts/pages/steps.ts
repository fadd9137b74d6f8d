import { getCookie } from 'hono/cookie'
import { link } from '../../../links.ts'
import type { Ctx } from '../../../platform/web.ts'
import { stepCookie } from '../rules/cookie.ts'
import type { Step } from '../rules/step.ts'
import { unsealStep } from '../store/steps.ts'

/** The step that the visitor is at, when it is of this kind; null otherwise. */
export function stepAt<K extends Step['kind']>(c: Ctx, kind: K): Extract<Step, { kind: K }> | null {
  const sealed = getCookie(c, stepCookie)
  const step = sealed ? unsealStep(c.var.house, sealed) : null
  return step?.kind === kind ? (step as Extract<Step, { kind: K }>) : null
}

/** Signing in begins again, with a word about why. */
export function startAgain(c: Ctx, back: string | null = null): Response {
  return c.redirect(link('signIn', {}, { ...(back ? { terug: back } : {}), gedaan: 'opnieuw' }), 303)
}
