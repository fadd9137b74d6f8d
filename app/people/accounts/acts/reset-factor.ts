import type { PersonId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { resetFactor as writeReset } from '../store/factor-resets.ts'

/** An administrator takes the lost second factor of a worker away, which ends every session of that worker. */
export async function resetFactor(asker: Asker, worker: PersonId): Promise<void> {
  await act(asker, [], (tx) => writeReset(tx, worker))
}
