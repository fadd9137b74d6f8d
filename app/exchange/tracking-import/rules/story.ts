import { addDays, type Day } from '../../../core/day.ts'
import type { Status } from './codes.ts'

/** The days that a line gives, and where the person is now. */
export type Said = { status: Status | null; received: Day | null; careFrom: Day | null; leftOn: Day | null }
/** A stay with the team: until is the first day after it, null while it lasts. */
export type Stay = { phase: 'referral' | 'care' | 'aftercare'; from: Day; until: Day | null }
export type Story = { status: Status; received: Day; periods: Stay[]; leftOn: Day | null; assumed: Assumed[] }
/** What the line did not say, and was taken from what it did say. */
export type Assumed = 'received-assumed' | 'care-assumed' | 'left-assumed' | 'status-assumed'
export type Contradiction =
  | 'care-before-referral'
  | 'left-before-care'
  | 'day-in-future'
  | 'left-but-still-here'

/** What contradicts itself in the days of a line; a line with this cannot be read in. */
export function contradiction(
  { status, received, careFrom, leftOn }: Said,
  today: Day,
): Contradiction | null {
  if ([received, careFrom, leftOn].some((day) => day !== null && day > today)) return 'day-in-future'
  if (received && careFrom && careFrom < received) return 'care-before-referral'
  const before = careFrom ?? received
  if (before && leftOn && leftOn < before) return 'left-before-care'
  const isHere = status === 'referral' || status === 'waiting' || status === 'care'
  return isHere && leftOn ? 'left-but-still-here' : null
}

/**
 * The periods of one person, without gap or overlap, from what a line says. What it does not say is taken from the days
 * that it does say, never invented in between, and today only when there is none.
 */
export function storyOf(said: Said, today: Day): Story {
  const status = said.status ?? guessStatus(said)
  const received = said.received ?? said.careFrom ?? said.leftOn ?? today
  const careFrom = said.careFrom ?? received
  const leftOn = said.leftOn ?? careFrom
  const assumed = assumedIn(said, status)
  const periods = periodsOf(status, { received, careFrom, leftOn }).filter(
    ({ from, until }) => until === null || until > from,
  )
  return { status, received, periods, leftOn: isPastCare(status) ? leftOn : null, assumed }
}

function assumedIn(said: Said, status: Status): Assumed[] {
  const assumed: Assumed[] = []
  if (said.status === null) assumed.push('status-assumed')
  if (said.received === null) assumed.push('received-assumed')
  if (wasInCare(status) && said.careFrom === null) assumed.push('care-assumed')
  if (isPastCare(status) && said.leftOn === null) assumed.push('left-assumed')
  return assumed
}

function guessStatus({ careFrom, leftOn }: Said): Status {
  if (leftOn) return 'left'
  return careFrom ? 'care' : 'referral'
}

function wasInCare(status: Status): boolean {
  return status === 'care' || isPastCare(status)
}

function isPastCare(status: Status): boolean {
  return status === 'aftercare' || status === 'left'
}

// The last day in care counts as care; aftercare begins on the day that care ends.
function periodsOf(
  status: Status,
  { received, careFrom, leftOn }: { received: Day; careFrom: Day; leftOn: Day },
): Stay[] {
  if (!wasInCare(status)) return [{ phase: 'referral', from: received, until: null }]
  const referral: Stay = { phase: 'referral', from: received, until: careFrom }
  if (status === 'care') return [referral, { phase: 'care', from: careFrom, until: null }]
  if (status === 'left') return [referral, { phase: 'care', from: careFrom, until: addDays(leftOn, 1) }]
  return [
    referral,
    { phase: 'care', from: careFrom, until: leftOn },
    { phase: 'aftercare', from: leftOn, until: null },
  ]
}
