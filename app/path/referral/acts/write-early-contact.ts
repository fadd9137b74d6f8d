import { type Asker, act } from '../../../platform/database.ts'
import type { EarlyContactForm } from '../rules/step-forms.ts'
import { addEarlyContact, type Of } from '../store/steps.ts'

/** Writes down a contact before the intake; counted whether somebody pays for it or not. */
export async function writeEarlyContact(asker: Asker, of: Of, form: EarlyContactForm): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'referral' }], (tx) => addEarlyContact(tx, of, form))
}
