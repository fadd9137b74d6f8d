import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { ConfidenceForm } from '../rules/confidence-form.ts'
import { addConfidence, type ConfidenceId } from '../store/confidences.ts'

/** Keeps apart from the dossier what a third party told in confidence. */
export async function keepConfidence(
  asker: Asker,
  of: { client: ClientId; confidence: ConfidenceId },
  form: ConfidenceForm,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'care' }], (tx) => addConfidence(tx, of, form))
}
