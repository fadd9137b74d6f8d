import { type Asker, act } from '../../../platform/database.ts'
import type { WmoForm } from '../rules/step-forms.ts'
import { addWmoContact, type Of } from '../store/steps.ts'

/** The municipal Wmo access is involved, as soon as the intake shows a support need (C art. 3.1). */
export async function involveWmo(asker: Asker, of: Of, form: WmoForm): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'referral' }], (tx) => addWmoContact(tx, of, form))
}
