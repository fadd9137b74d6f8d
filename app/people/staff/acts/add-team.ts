import type { TeamId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { TeamForm } from '../rules/house-forms.ts'
import { insertTeam } from '../store/house.ts'

/** A team starts in the region. */
export async function addTeam(asker: Asker, team: TeamForm): Promise<TeamId> {
  return act(asker, [], (tx) => insertTeam(tx, team))
}
