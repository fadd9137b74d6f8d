import type { ClientId, TeamId } from '../../../core/id.ts'
import { addDeath } from '../../../people/clients/door.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { OutflowForm } from '../rules/outflow-form.ts'
import { addOutflow } from '../store/outflows.ts'
import { leaveTeam } from '../store/periods.ts'

/**
 * The last day with a team, with where to and why; after that day the team opens this dossier no more. Who died on that
 * day leaves every team.
 */
export async function leaveCare(
  asker: Asker,
  client: ClientId,
  team: TeamId,
  form: OutflowForm,
): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], async (tx) => {
    await addOutflow(tx, client, team, form)
    await leaveTeam(tx, client, team, form.leftOn)
    if (form.destination === 'died') await addDeath(tx, client, form.leftOn)
  })
}
