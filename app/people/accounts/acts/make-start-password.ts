import { newId } from '../../../core/id.ts'
import { mark } from '../../../platform/keys.ts'
import { type Ctx, me } from '../../../platform/web.ts'
import { startPasswordFrom } from '../rules/start-password.ts'

/**
 * The start password for somebody, out of the form that asks for it: who clicks twice gets the same answer twice, and
 * the second is what the browser shows.
 */
export function makeStartPassword(c: Ctx, whose: string): string {
  const form = c.var.form?.id ?? newId()
  return startPasswordFrom(
    mark(c.var.house.keys.secret, 'start password', `${me(c).personId} ${whose} ${form}`),
  )
}
