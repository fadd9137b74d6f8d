/** Where a page of the story begins; written in an address after the last event of a page, and read from it. */
export { cursorOf, writeCursor } from './rules/cursor.ts'
/** One event of the story, by kind: kinds, bodies and how to tell them apart. */
export {
  type AppointmentEvent,
  type Bodies,
  type ContactEvent,
  contactKinds,
  type DossierEvent,
  type EventKind,
  isContact,
} from './rules/event.ts'
/** The story of an opened client in one statement, newest first; `before` takes the last event of the page before.
 * listKeyEvents: however long that is, its latest phase and referral and the appointments to come. */
export { listEvents, listKeyEvents } from './store/timeline.ts'
