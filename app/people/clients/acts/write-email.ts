import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { addEmail } from '../store/details.ts'

/** Writes down the e-mail address of who has none yet; Stale when somebody was first, or who asks may not write it. */
export async function writeEmail(asker: Asker, client: ClientId, email: string): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], (tx) => addEmail(tx, client, email))
}
