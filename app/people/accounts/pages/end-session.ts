import { isId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { act } from '../../../platform/database.ts'
import { asker, type Ctx, done, me, typed } from '../../../platform/web.ts'
import { leaveSession } from '../acts/leave-session.ts'
import { endOwnSession } from '../store/sessions.ts'
import type { texts } from '../texts.ts'

const said: keyof (typeof texts)['nl']['done'] = 'apparaat'

/** Ends one of my sessions, somewhere else or here. */
export async function post(c: Ctx): Promise<Response> {
  const { session } = await typed(c)
  if (typeof session !== 'string' || !isId(session)) throw new NotFound('no such session')
  if (session === me(c).sessionId) {
    await leaveSession(c)
    return c.redirect(link('signIn'), 303)
  }
  await act(asker(c), [], (tx) => endOwnSession(tx, session))
  return done(c, link('account'), said)
}
