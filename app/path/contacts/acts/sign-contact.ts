import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { type ContactId, sign } from '../store/contacts.ts'

/** Signs one's own draft as it stands: from now on the client reads it and nobody changes it. */
export async function signContact(
  asker: Asker,
  of: { client: ClientId; contact: ContactId; version: number },
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'care' }], (tx) => sign(tx, of.contact, of.version))
}
