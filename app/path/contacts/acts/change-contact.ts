import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { ContactForm } from '../rules/contact-form.ts'
import { type ContactId, changeContact as change } from '../store/contacts.ts'

/** Changes one's own draft, and signs it when asked. Stale when it was changed or signed meanwhile. */
export async function changeContact(
  asker: Asker,
  of: { client: ClientId; contact: ContactId; version: number },
  form: ContactForm,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'care' }], (tx) =>
    change(tx, of.contact, of.version, form),
  )
}
