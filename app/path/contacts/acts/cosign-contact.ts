import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { type ContactId, cosign } from '../store/contacts.ts'

/** A practitioner stands for a trainee's report: from now on the client reads it. Stale when a colleague was first. */
export async function cosignContact(
  asker: Asker,
  of: { client: ClientId; contact: ContactId },
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'care' }], (tx) => cosign(tx, of.contact))
}
