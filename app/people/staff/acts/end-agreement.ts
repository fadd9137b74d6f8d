import type { Day } from '../../../core/day.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { stopAgreement } from '../store/house.ts'

/** After its last day the organisation sees nothing any more. */
export async function endAgreement(asker: Asker, agreement: string, lastDay: Day): Promise<void> {
  await act(asker, [], (tx) => stopAgreement(tx, agreement, lastDay))
}
