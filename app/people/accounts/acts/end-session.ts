import { act } from '../../../platform/database.ts'
import { asker, type Ctx, me } from '../../../platform/web.ts'
import { endOwnSession } from '../store/sessions.ts'
import { leaveSession } from './leave-session.ts'

/** Ends one of my sessions; ending the one that this browser has is leaving. */
export async function endSession(c: Ctx, session: string): Promise<'here' | 'elsewhere'> {
  if (session === me(c).sessionId) {
    await leaveSession(c)
    return 'here'
  }
  await act(asker(c), [], (tx) => endOwnSession(tx, session))
  return 'elsewhere'
}
