import type { ClientId } from '../../../core/id.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { type ContactId, findContact } from '../store/contacts.ts'
import { addNote, changeNote } from '../store/notes.ts'

/** The client writes beside a report, or changes (version above 0) what stood there. Stale when it changed meanwhile. */
export async function writeNote(
  asker: Asker,
  of: { client: ClientId; contact: ContactId; version: number },
  body: string,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'own' }], async (tx) => {
    if (!(await findContact(tx, of.client, of.contact))) throw new NotFound('no such contact')
    if (of.version > 0) return changeNote(tx, of.contact, of.version, body)
    if (!(await addNote(tx, of, body))) throw new Stale('there was a note already')
  })
}
