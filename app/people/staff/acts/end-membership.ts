import type { Day } from '../../../core/day.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { stopMembership } from '../store/house.ts'

/** After the last day of a post its dossiers are closed to this worker. */
export async function endMembership(asker: Asker, membership: string, lastDay: Day): Promise<void> {
  await act(asker, [], (tx) => stopMembership(tx, membership, lastDay))
}
