import type { ClientId } from '../../../core/id.ts'
import { Stale } from '../../../core/outcome.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { ContactForm } from '../rules/contact-form.ts'
import { addContact, type ContactId } from '../store/contacts.ts'

/** Writes down what happened, signed or as a draft. Stale when this form was sent before: then both versions are shown. */
export async function writeContact(
  asker: Asker,
  of: { client: ClientId; contact: ContactId },
  form: ContactForm,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'care' }], async (tx) => {
    if (!(await addContact(tx, of, form))) throw new Stale('this contact was written down already')
  })
}
