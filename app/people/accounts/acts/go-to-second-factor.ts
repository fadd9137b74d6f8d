import { link } from '../../../links.ts'
import type { Ctx } from '../../../platform/web.ts'
import { keepStep } from './keep-step.ts'
import type { SignedIn } from './sign-in.ts'

/** After the right password: on to the code, or to making the second factor. No session yet. */
export function goToSecondFactor(
  c: Ctx,
  signedIn: Extract<SignedIn, { kind: 'code' | 'enrol' }>,
  back: string | null,
): Response {
  keepStep(c, { ...signedIn, back })
  return c.redirect(link(signedIn.kind === 'code' ? 'secondFactor' : 'enrol'), 303)
}
