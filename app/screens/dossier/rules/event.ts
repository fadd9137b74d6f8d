import type { Day } from '../../../core/day.ts'
import type { AppointmentKind, CancelCause } from '../../../office/agenda/door.ts'
import type { Phase as CarePhase } from '../../../path/care/door.ts'
import type { Addendum } from '../../../path/contacts/door.ts'

/** The client's own note beside a report. */
export type Note = { id: string; body: string; version: number; writtenAt: string }

/** A report of a contact. */
export type ContactBody = {
  minutes: number
  present: string
  report: string
  together: boolean
  authorRole: string
  organisationId: string | null
  /** null: a draft, which only its writer meets */
  signedAt: string | null
  cosignedBy: string | null
  cosignedAt: string | null
  version: number
  note: Note | null
  /** what was added after signing, oldest first */
  addenda: Addendum[] | null
}

/** An appointment; cancelledFor says for whom it was called off. */
export type AppointmentBody = {
  minutes: number
  place: string
  about: string
  cancelledFor: 'client' | 'team' | null
  cancelReason: string | null
  cancelCause: CancelCause | null
  movedTo: string | null
}

type OfReferral = { referralId: string }

/** What each kind of event carries. Moments in it are ISO text, as JSON gives them; days are jjjj-mm-dd. */
export type Bodies = {
  'care.period': { phase: CarePhase; teamId: string; until: Day | null }
  'care.outflow': { destination: string; reason: string; ownWords: string; teamId: string }
  'care.temporary-offer': { endsOn: Day; reason: string }
  'referral.received': OfReferral & {
    teamId: string
    source: string
    referrer: string
    reason: string
    ownQuestion: string
  }
  'referral.triage': OfReferral & {
    outcome: 'waiting-list' | 'redirect' | 'consultation'
    together: string
    reason: string
    redirectTo: string
  }
  'referral.promise': OfReferral & { promisedFor: Day; what: string }
  'referral.early-contact': OfReferral & {
    way: 'visit' | 'phone' | 'message' | 'tried'
    minutes: number
    note: string
  }
  'referral.intake-report': OfReferral & {
    whatHappened: string
    vulnerabilityAndStrength: string
    whereTo: string
    whatNeeded: string
    together: 'with-client' | 'read-by-client' | 'not-yet'
    relativePresent: string
    signedAt: string | null
  }
  'referral.wmo-contact': OfReferral & { who: string }
  'referral.advice-talk': OfReferral & {
    outcome: 'in-care' | 'temporary' | 'consultation' | 'elsewhere' | 'not-now'
    ownWords: string
    agreed: string
    elsewhere: string
    keepContact: string
  }
  'referral.return-talk': OfReferral & { whatDidWe: string; howRoundedOff: string; whereOn: string }
  'instruments.phase': { phase: 1 | 2 | 3 | 4; ownWords: string }
  'documents.file': { fileKind: string; name: string; mime: string; size: number }
} & Record<`contacts.${ContactKind}`, ContactBody> &
  Record<`agenda.${AppointmentKind}`, AppointmentBody>

export type ContactKind = 'visit' | 'office' | 'phone' | 'video' | 'message' | 'tried'
export type EventKind = keyof Bodies

type Common = {
  rowId: string
  at: Date
  personId: string | null
  /** who did it, and in whose service it was written; '' where the database does not say */
  person: string
  organisation: string
  team: string
}

/** One thing that happened to a client; `kind` tells what its body holds. */
export type DossierEvent = { [K in EventKind]: Common & { kind: K; body: Bodies[K] } }[EventKind]
export type ContactEvent = Extract<DossierEvent, { kind: `contacts.${string}` }>
export type AppointmentEvent = Extract<DossierEvent, { kind: `agenda.${string}` }>

/** Whether an event is the report of a contact. */
export function isContact(event: DossierEvent): event is ContactEvent {
  return event.kind.startsWith('contacts.')
}

/** Whether an event is an appointment. */
export function isAppointment(event: DossierEvent): event is AppointmentEvent {
  return event.kind.startsWith('agenda.')
}

/** Whether the clock time of an event means something; of the others only the day was written down. */
export function hasTime(event: DossierEvent): boolean {
  return isContact(event) || isAppointment(event)
}

/** The kinds of contacts and of appointments, to ask for by kind. */
export const contactKinds: EventKind[] = [
  'contacts.visit',
  'contacts.office',
  'contacts.phone',
  'contacts.video',
  'contacts.message',
  'contacts.tried',
]
export const appointmentKinds: EventKind[] = [
  'agenda.visit',
  'agenda.office',
  'agenda.phone',
  'agenda.video',
  'agenda.intake',
  'agenda.talk',
]
