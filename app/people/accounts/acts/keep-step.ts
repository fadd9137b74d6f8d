import { setCookie } from 'hono/cookie'
import type { Ctx } from '../../../platform/web.ts'
import { cookieRules, stepCookie } from '../rules/cookie.ts'
import type { NewStep } from '../rules/step.ts'
import { sealStep, stepSeconds } from '../store/steps.ts'

/** Lets the visitor carry the next step of signing in. */
export function keepStep(c: Ctx, step: NewStep): void {
  const { house } = c.var
  const how = { ...cookieRules(house.config.PUBLIC_URL), maxAge: stepSeconds }
  setCookie(c, stepCookie, sealStep(house, step), how)
}
