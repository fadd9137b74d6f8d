/** Where a page of the story begins; written in an address after the last event of a page, and read from it. */
export { type Cursor, cursorOf, writeCursor } from './rules/cursor.ts'
/** One event of the story, by kind: kinds, bodies and how to tell them apart. */
export {
  type AppointmentBody,
  type AppointmentEvent,
  type Bodies,
  type ContactBody,
  type ContactEvent,
  type ContactKind,
  contactKinds,
  type DossierEvent,
  type EventKind,
  hasTime,
  isAppointment,
  isContact,
  type Note,
} from './rules/event.ts'
/** The story of an opened client in one statement, newest first; `before` takes the last event of the page before.
 * listKeyEvents: however long that is, its latest phase and referral and the appointments to come. */
export { listEvents, listKeyEvents, type Part } from './store/timeline.ts'
