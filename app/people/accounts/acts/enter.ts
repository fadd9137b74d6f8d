import { link } from '../../../links.ts'
import type { Ctx } from '../../../platform/web.ts'
import { entriesOf } from '../store/entries.ts'
import { beginSession } from './begin-session.ts'
import { keepStep } from './keep-step.ts'

/** Both factors were right: a session at once for who has one way in, else the choice of a role. */
export async function enter(c: Ctx, personId: string, back: string | null): Promise<Response> {
  const entries = await entriesOf(c.var.house.database, personId)
  const [only] = entries
  if (only && entries.length === 1) return beginSession(c, personId, { ...only, back })
  keepStep(c, { kind: 'role', personId, back })
  return c.redirect(link('chooseRole'), 303)
}
