import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { GoalForm } from '../rules/plan-forms.ts'
import { blank, type EntryId } from '../rules/sentence.ts'
import { addSentence, changeSentence } from '../store/sentences.ts'

/** The client sets a goal, or changes one (of this version); the goal's id. */
export async function setGoal(
  asker: Asker,
  { client, goal }: { client: ClientId; goal: { id: EntryId; version: number } | null },
  form: GoalForm,
): Promise<EntryId> {
  return act(asker, [{ dossier: client, purpose: 'own' }], async (tx) => {
    if (!goal) return addSentence(tx, client, { ...blank, ...form, kind: 'goal' })
    await changeSentence(tx, goal.id, goal.version, { ...blank, ...form })
    return goal.id
  })
}
