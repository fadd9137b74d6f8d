/** An appointment does not go on: (asker, { client, appointment }, { cancelledFor, reason }). Asking twice does no harm. */
export { cancelAppointment } from './acts/cancel-appointment.ts'
/** Why an appointment does not go on, in words for the team. */
export { cancelWords } from './parts/cancel-words.ts'
/** The words of the kinds of appointment. */
export { appointmentWord } from './parts/kind.ts'
/** Where one writes down what came of an appointment: an intake has its own page. */
export { recordLink } from './parts/record-link.ts'
/** What the forms of an appointment and of its cancelling give. */
export type {
  AppointmentKind,
  CancelCause,
} from './rules/appointment-form.ts'
/** choiceOf: what a warning was about; hasPassed: is a moment over; Taken: the worker has something else then. */
export { choiceOf, hasPassed, Taken } from './rules/appointment-form.ts'
/** Appointments of the opened teams between two days; ask for the column "agenda". */
export { type AgendaLine, listAgenda } from './store/agenda.ts'
/** An appointment with its cancellation, when it has one. */
export type { AppointmentId, Cancellation } from './store/appointments.ts'
/**
 * addAppointment plans within a transaction of another act, under an id that the caller makes; once. addCancellation takes
 * the form, or a cause as a code.
 * mustBeFree throws Taken when the worker has something else then, where the form asks it (`despite`).
 * listAppointments: those of an opened client, the latest first, cancelled ones too; from a moment on when one is given.
 */
export { addAppointment, addCancellation, listAppointments, mustBeFree } from './store/appointments.ts'
