import type { House } from '../../../platform/web.ts'
import { beginAttempt, forgetAttempts } from '../store/attempts.ts'
import { authOf } from '../store/auth.ts'
import { checkPassword } from '../store/credentials.ts'
import { enrol } from '../store/second-factor.ts'

/** What e-mail and password led to. Wrong and locked are the same for an address that nobody has. */
export type SignedIn =
  | { kind: 'wrong' }
  | { kind: 'locked'; until: Date }
  | { kind: 'code'; pass: string }
  | { kind: 'enrol'; personId: string; uri: string; codes: string[] }

/**
 * Checks e-mail and password, ten wrong tries in fifteen minutes at most under the name they are counted as; who has no
 * second factor gets one to confirm.
 */
export async function signIn(
  house: House,
  { email, password }: { email: string; password: string },
  counted = email,
): Promise<SignedIn> {
  const until = await beginAttempt(house, counted)
  if (until) return { kind: 'locked', until }
  const auth = authOf(house)
  const checked = await checkPassword(auth, email, password)
  if (checked.kind === 'wrong') return checked
  await forgetAttempts(house, counted)
  if (checked.kind === 'second-factor-needed') return { kind: 'code', pass: checked.pass }
  const { personId } = checked
  const enrolment = await enrol(auth, personId, password)
  return enrolment ? { kind: 'enrol', personId, ...enrolment } : { kind: 'wrong' }
}
