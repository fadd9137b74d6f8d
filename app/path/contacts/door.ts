/** The client writes beside a report, or changes (version above 0) what stood there. Stale when it changed meanwhile. */
export { writeNote } from './acts/write-note.ts'
/** What was added under a signed report. */
export { Addenda } from './parts/addenda.tsx'
/** A contact on a timeline, for staff (with the client's first name) and for the client (without). */
export { ContactItem } from './parts/contact-item.tsx'
/** The word of each kind of contact. */
export { kindWord } from './parts/kind.ts'
/** What a page says after ?gedaan= of this slice. */
export { contactSaid } from './parts/said.ts'
/** A contact as whoever asks may see it, with what was added to it and the client's own note. */
export type { Addendum, ContactId } from './store/contacts.ts'
/** Writes a contact in the name of whoever acts, within a transaction of an act; false when its id was there. */
export { addContact } from './store/contacts.ts'
/** What waits for one's signature in the opened teams; ask for the columns "reports" and "own-reports". */
export { listUnsigned, type Unsigned } from './store/unsigned.ts'
