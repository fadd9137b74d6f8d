import { link } from '../../../links.ts'
import type { Ctx } from '../../../platform/web.ts'
import { hasStartPassword } from '../store/credentials.ts'
import { entriesOf } from '../store/entries.ts'
import { beginSession } from './begin-session.ts'
import { keepStep } from './keep-step.ts'

/** Both factors were right: a password of one's own first; then a session for who has one way in, else the choice of a role. */
export async function enter(c: Ctx, personId: string, back: string | null): Promise<Response> {
  if (await hasStartPassword(c.var.house.database, personId)) {
    keepStep(c, { kind: 'password', personId, back })
    return c.redirect(link('startPassword'), 303)
  }
  const entries = await entriesOf(c.var.house.database, personId)
  const [only] = entries
  if (only && entries.length === 1) return beginSession(c, personId, { ...only, back })
  keepStep(c, { kind: 'role', personId, back })
  return c.redirect(link('chooseRole'), 303)
}
