import type { Day } from '../../../core/day.ts'
import type { PersonId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { addPromise, type Of } from '../store/steps.ts'

/** Promises who waits a next contact. */
export async function promiseContact(
  asker: Asker,
  of: Of,
  promise: { promisedFor: Day; promise: string; person: PersonId | null },
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'referral' }], (tx) =>
    addPromise(tx, of, promise.promisedFor, promise.promise, promise.person),
  )
}
