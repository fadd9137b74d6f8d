import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { moved, planOf } from '../rules/plan.ts'
import type { EntryId } from '../rules/sentence.ts'
import { listSentences } from '../store/plan.ts'
import { placeSentences } from '../store/sentences.ts'

/** The client puts a goal one place up or down; at the end nothing changes. */
export async function orderGoals(
  asker: Asker,
  client: ClientId,
  { goal, way }: { goal: EntryId; way: 'up' | 'down' },
): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'own' }], async (tx) => {
    const { goals } = planOf(await listSentences(tx, client), [])
    const ids = goals.map((one) => one.goal.id)
    const order = moved(ids, goal, way)
    if (order) await placeSentences(tx, order)
  })
}
