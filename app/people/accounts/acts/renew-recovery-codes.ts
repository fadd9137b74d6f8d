import { type Ctx, me } from '../../../platform/web.ts'
import { beginAttempt, forgetAttempts } from '../store/attempts.ts'
import { authOf } from '../store/auth.ts'
import { newRecoveryCodes } from '../store/second-factor.ts'

type Renewed = { kind: 'renewed'; codes: string[] } | { kind: 'wrong-old' } | { kind: 'locked'; until: Date }

/** New recovery codes, with the password; the old ones are void. Wrong tries are counted as at the door. */
export async function renewRecoveryCodes(c: Ctx, password: string): Promise<Renewed> {
  const { house } = c.var
  const { personId } = me(c)
  const until = await beginAttempt(house, personId)
  if (until) return { kind: 'locked', until }
  const codes = await newRecoveryCodes(authOf(house), personId, password)
  if (!codes) return { kind: 'wrong-old' }
  await forgetAttempts(house, personId)
  return { kind: 'renewed', codes }
}
