import { act } from '../../../platform/database.ts'
import { asker, type Ctx, me } from '../../../platform/web.ts'
import { beginAttempt, forgetAttempts } from '../store/attempts.ts'
import { authOf } from '../store/auth.ts'
import { changePassword as writePassword } from '../store/credentials.ts'
import { endOwnSession, ownSessions } from '../store/sessions.ts'

type Changed = { kind: 'changed' } | { kind: 'wrong-old' } | { kind: 'locked'; until: Date }

/** Changes one's own password and ends one's sessions elsewhere. Wrong tries at the old one are counted as at the door. */
export async function changePassword(c: Ctx, form: { old: string; password: string }): Promise<Changed> {
  const { house } = c.var
  const { personId } = me(c)
  const until = await beginAttempt(house, personId)
  if (until) return { kind: 'locked', until }
  const change = { personId, old: form.old, next: form.password }
  if (!(await writePassword(authOf(house), house.database, change))) return { kind: 'wrong-old' }
  await forgetAttempts(house, personId)
  await act(asker(c), [], async (tx) => {
    for (const session of await ownSessions(tx)) if (!session.isThisOne) await endOwnSession(tx, session.id)
  })
  return { kind: 'changed' }
}
