/** The client writes beside a report, or changes (version above 0) what stood there. Stale when it changed meanwhile. */
export { writeNote } from './acts/write-note.ts'
/** What was added under a signed report. */
export { Addenda } from './parts/addenda.tsx'
/** A contact on a timeline, for staff (with the client's first name) and for the client (without). */
export { ContactItem } from './parts/contact-item.tsx'
/** The sign and the word of each kind of contact. */
export { kindIcons, kindWord } from './parts/kind.ts'
/** What a page says after ?gedaan= of this slice, and what the client's pages say of parts told in confidence. */
export { confidenceMayExist, contactSaid } from './parts/said.ts'
/** What the form of a contact gives: { kind, day, time, minutes, travel, present, report, together, how }. */
export type { ContactForm, ContactKind } from './rules/contact-form.ts'
/** A contact as whoever asks may see it, with what was added to it and the client's own note. */
export type { Addendum, Contact, ContactId, Note } from './store/contacts.ts'
/**
 * addContact writes a contact in the name of whoever acts, within a transaction of an act; false when its id was there.
 * listContacts: those of an opened client that whoever asks may see, with the client's own notes, newest first.
 * mayReport: may whoever asks write a report about this opened client?
 */
export { addContact, listContacts, mayReport } from './store/contacts.ts'
/** What waits for one's signature in the opened teams; ask for the columns "reports" and "own-reports". */
export { listUnsigned, type Unsigned } from './store/unsigned.ts'
