import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { reopenEarlier } from '../store/reopenings.ts'

/** The client permits that the earlier story opens again; how many episodes that were. */
export async function permitEarlierStory(
  asker: Asker,
  client: ClientId,
  givenBy: 'client' | 'representative',
): Promise<number> {
  return act(asker, [{ dossier: client, purpose: 'care' }], (tx) => reopenEarlier(tx, client, givenBy))
}
