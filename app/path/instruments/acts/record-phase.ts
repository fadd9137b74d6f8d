import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { PhaseForm } from '../rules/phase-form.ts'
import { addPhase } from '../store/phases.ts'

/** The client and a worker spoke about the phase of recovery; what the client says counts. */
export async function recordPhase(asker: Asker, client: ClientId, form: PhaseForm): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], (tx) => addPhase(tx, client, form))
}
