import { link } from '../../../links.ts'
import type { Ctx } from '../../../platform/web.ts'
import { homeOf } from '../rules/home.ts'
import { isSetUp } from '../store/set-up.ts'

/** The beginning: one's own first page, signing in, or setting up an empty database. */
export async function get(c: Ctx): Promise<Response> {
  const { me, house } = c.var
  if (me) return c.redirect(link(homeOf(me.role) as 'home'), 303)
  return c.redirect(link((await isSetUp(house.database)) ? 'signIn' : 'setUp'), 303)
}
