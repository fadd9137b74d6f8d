import { addDays } from '../../../core/day.ts'
import type { ClientId, TeamId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { OutflowForm } from '../rules/outflow-form.ts'
import { addOutflow } from '../store/outflows.ts'
import { moveToPhase } from '../store/periods.ts'

/** Care ends on that day and aftercare begins the next: referred on, and not yet taken over. */
export async function startAftercare(
  asker: Asker,
  client: ClientId,
  team: TeamId,
  form: OutflowForm,
): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], async (tx) => {
    await addOutflow(tx, client, team, form)
    await moveToPhase(tx, client, team, 'aftercare', addDays(form.leftOn, 1))
  })
}
