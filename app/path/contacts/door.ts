/** A contact on a timeline, for staff and for the client. */
export { ContactItem } from './parts/contact-item.tsx'
/** The words of the kinds of contact. */
export { kindIcons, kindWord } from './parts/kind.ts'
export type { ContactKind } from './rules/contact-form.ts'
/** Is what was told in confidence open to whoever asks? For the link to its page. */
export { mayHearConfidences } from './store/confidences.ts'
export type { Contact, ContactId, Note } from './store/contacts.ts'
/** Writes a contact in the name of whoever acts, within a transaction of an earlier act; false when its id was there. */
/** Contacts of an opened client that whoever asks may see, with the client's own notes, newest first. */
/** May whoever asks write a report about this opened client? */
export { addContact, listContacts, mayReport } from './store/contacts.ts'
/** What waits for one's signature in the opened teams; ask for the columns "reports" and "own-reports". */
export { listUnsigned, type Unsigned } from './store/unsigned.ts'
