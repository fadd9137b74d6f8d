import { type Asker, act } from '../../../platform/database.ts'
import type { Correction } from '../rules/correction.ts'
import { changeReferral } from '../store/referrals.ts'
import type { Of } from '../store/steps.ts'

/** Corrects a mistake in a referral, from the version that was shown. Throws Stale when somebody was first. */
export async function correctReferral(
  asker: Asker,
  of: Of,
  version: number,
  form: Correction,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'referral' }], (tx) =>
    changeReferral(tx, of, version, form),
  )
}
