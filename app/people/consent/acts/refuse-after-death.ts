import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { refuseSharingAfterDeath } from '../store/words.ts'

/** The client wants nobody outside the treatment to look after death. */
export async function refuseAfterDeath(asker: Asker, client: ClientId): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], (tx) => refuseSharingAfterDeath(tx, client))
}
