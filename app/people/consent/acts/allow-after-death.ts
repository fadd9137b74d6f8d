import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { allowSharingAfterDeath } from '../store/words.ts'

/** The client takes back the refusal of sharing after death; NotFound once the client died. */
export async function allowAfterDeath(asker: Asker, client: ClientId): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], (tx) => allowSharingAfterDeath(tx, client))
}
