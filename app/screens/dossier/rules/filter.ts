import { appointmentKinds, contactKinds, type EventKind } from './event.ts'

/** Which part of the story is asked for. */
export const filters = ['all', 'contacts', 'path', 'agenda'] as const
export type Filter = (typeof filters)[number]

/** What a link asks, where that is something we know. */
export function filterOf(asked: string | undefined): Filter {
  return filters.find((filter) => filter === asked) ?? 'all'
}

/** The kinds of events of a part; undefined is every kind. */
export function kindsOf(filter: Filter): EventKind[] | undefined {
  if (filter === 'contacts') return [...contactKinds, 'referral.early-contact']
  if (filter === 'agenda') return appointmentKinds
  if (filter === 'all') return undefined
  return [
    'care.period',
    'care.outflow',
    'care.temporary-offer',
    'referral.received',
    'referral.triage',
    'referral.intake-report',
    'referral.advice-talk',
    'referral.return-talk',
    'referral.wmo-contact',
    'instruments.phase',
  ]
}
