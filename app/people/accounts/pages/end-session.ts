import { isId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { type Ctx, done, typed } from '../../../platform/web.ts'
import { endSession } from '../acts/end-session.ts'
import type { texts } from '../texts.ts'

const said: keyof (typeof texts)['nl']['done'] = 'apparaat'

/** Ends one of my sessions, somewhere else or here. */
export async function post(c: Ctx): Promise<Response> {
  const { session } = await typed(c)
  if (typeof session !== 'string' || !isId(session)) throw new NotFound('no such session')
  const where = await endSession(c, session)
  return where === 'here' ? c.redirect(link('signIn'), 303) : done(c, link('account'), said)
}
