import { type AppointmentEvent, type DossierEvent, isAppointment } from './event.ts'

/** So many of the appointments to come stand beside the story; the story itself has them all. */
export const mostComing = 8

/** What stands above and beside the story. */
export type Key = {
  phase: 1 | 2 | 3 | 4 | null
  /** the client's own, as of the latest referral; null where no referral is open */
  question: string | null
  /** the soonest first */
  coming: AppointmentEvent[]
}

/** Takes it from events, newest first: those of a whole story, or those that were asked for. */
export function keyOf(events: readonly DossierEvent[], now: Date): Key {
  const phase = events.find((event) => event.kind === 'instruments.phase')
  const referral = events.find((event) => event.kind === 'referral.received')
  const coming = events
    .filter(isAppointment)
    .filter((event) => event.at > now && !event.body.cancelledFor)
    .reverse()
  return {
    phase: phase?.body.phase ?? null,
    question: referral?.body.ownQuestion ?? null,
    coming: coming.slice(0, mostComing),
  }
}
