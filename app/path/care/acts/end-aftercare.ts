import type { Day } from '../../../core/day.ts'
import type { ClientId, TeamId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { leaveTeam } from '../store/periods.ts'

/** The care was taken over on that day: the last day of aftercare, and with the team. */
export async function endAftercare(
  asker: Asker,
  client: ClientId,
  team: TeamId,
  takenOverOn: Day,
): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], (tx) => leaveTeam(tx, client, team, takenOverOn))
}
