import { addDays, type Day, workWeekOf } from '../../../core/day.ts'
import type { ClientId, ReferralId } from '../../../core/id.ts'
import type { WaitingLine } from '../../../path/referral/door.ts'

/** Somebody who was referred and has had no intake yet, in the inbox or on the waiting list. */
export type Arrival = Pick<
  WaitingLine,
  | 'receivedOn'
  | 'source'
  | 'firstContactOn'
  | 'lastContactOn'
  | 'promisedFor'
  | 'intakePlannedOn'
  | 'isIntakeCancelled'
  | 'intakeHeldOn'
  | 'intakeAt'
> & {
  clientId: ClientId
  referralId: ReferralId
  givenName: string
  infix: string
  familyName: string
  isInInbox: boolean
}

/** What calls for attention, the most urgent first. */
export const urgencies = [
  'oggz-late',
  'promise-late',
  'intake-missed',
  'oggz-soon',
  'intake-cancelled',
  'no-promise',
] as const
export type Urgency = (typeof urgencies)[number]

/**
 * Who must be looked at now, most urgent first and then longest waiting; `judge` is the rule of the waiting list. Who is in
 * the inbox has no promise yet: there only the OGGZ clock counts.
 */
export function needing(
  arrivals: readonly Arrival[],
  judge: (arrival: Arrival) => Urgency | null,
): { arrival: Arrival; why: Urgency }[] {
  return arrivals
    .flatMap((arrival) => {
      const why = judge(arrival)
      return why && !(arrival.isInInbox && why === 'no-promise') ? [{ arrival, why }] : []
    })
    .sort(
      (a, b) =>
        urgencies.indexOf(a.why) - urgencies.indexOf(b.why) ||
        a.arrival.receivedOn.localeCompare(b.arrival.receivedOn),
    )
}

/** How many stand in the inbox, and since when the first of them. */
export function inboxOf(arrivals: readonly Arrival[]): { count: number; oldest: Day | null } {
  const days = arrivals.filter(({ isInInbox }) => isInInbox).map(({ receivedOn }) => receivedOn)
  return { count: days.length, oldest: days.sort()[0] ?? null }
}

/** Intakes from today until the end of the week, in a weekend of the next one, in order. */
export function intakesThisWeek(arrivals: readonly Arrival[], today: Day): Arrival[] {
  const sunday = addDays(workWeekOf(today), 6)
  return arrivals
    .filter(({ intakePlannedOn: on }) => on !== null && on >= today && on <= sunday)
    .sort((a, b) => (a.intakeAt?.getTime() ?? 0) - (b.intakeAt?.getTime() ?? 0))
}
