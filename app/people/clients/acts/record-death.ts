import type { Day } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { addDeath } from '../store/deaths.ts'

/** Writes down that a client died, which ends the care on that day; asking twice does no harm. */
export async function recordDeath(asker: Asker, client: ClientId, diedOn: Day): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], (tx) => addDeath(tx, client, diedOn))
}
