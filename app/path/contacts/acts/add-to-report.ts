import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { type AddendumId, addAddendum } from '../store/addenda.ts'
import type { ContactId } from '../store/contacts.ts'

/** Adds to a signed report, which itself stays; sent twice, it is one. NotFound under a draft or what is not theirs. */
export async function addToReport(
  asker: Asker,
  of: { client: ClientId; contact: ContactId; addendum: AddendumId },
  body: string,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'care' }], (tx) => addAddendum(tx, of, body))
}
