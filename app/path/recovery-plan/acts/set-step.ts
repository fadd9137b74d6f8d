import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { StepForm } from '../rules/plan-forms.ts'
import { blank, type EntryId } from '../rules/sentence.ts'
import { addSentence, changeSentence } from '../store/sentences.ts'

/** The client adds a step to a goal, or changes one (of this version). */
export async function setStep(
  asker: Asker,
  { client, goal, step }: { client: ClientId; goal: EntryId; step: { id: EntryId; version: number } | null },
  form: StepForm,
): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'own' }], async (tx) => {
    if (step) return changeSentence(tx, step.id, step.version, { ...blank, ...form })
    return void (await addSentence(tx, client, { ...blank, ...form, kind: 'step', goalId: goal }))
  })
}
