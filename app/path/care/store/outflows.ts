import { type ClientId, newId, type TeamId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { OutflowForm } from '../rules/outflow-form.ts'

/** Where an opened client goes after care, and why. */
export async function addOutflow(tx: Tx, client: ClientId, team: TeamId, form: OutflowForm): Promise<void> {
  const { leftOn, destination, reason, ownWords } = form
  await tx
    .insertInto('care.outflows')
    .values({
      id: newId(),
      client_id: client,
      team_id: team,
      left_on: leftOn,
      destination,
      reason,
      own_words: ownWords,
    })
    .execute()
}
