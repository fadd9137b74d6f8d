import { addDays, type Day } from '../../../core/day.ts'
import type { Status } from './codes.ts'

/** The days that a line gives, where the person is now, and whether the person died (on the last day). */
export type Said = {
  status: Status | null
  received: Day | null
  careFrom: Day | null
  leftOn: Day | null
  died: boolean
}
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
  | 'died-but-still-here'
  | 'died-without-day'

/** What contradicts itself in the days of a line; a line with this cannot be read in. */
export function contradiction(said: Said, today: Day): Contradiction | null {
  const { received, careFrom, leftOn } = said
  if ([received, careFrom, leftOn].some((day) => day !== null && day > today)) return 'day-in-future'
  if (received && careFrom && careFrom < received) return 'care-before-referral'
  const before = careFrom ?? received
  if (before && leftOn && leftOn < before) return 'left-before-care'
  return said.died ? deathProblem(said) : isHere(said.status) && leftOn ? 'left-but-still-here' : null
}

// A day of death is never taken from another day.
function deathProblem({ status, leftOn }: Said): Contradiction | null {
  if (isHere(status) || status === 'aftercare') return 'died-but-still-here'
  return leftOn ? null : 'died-without-day'
}

function isHere(status: Status | null): boolean {
  return status === 'referral' || status === 'waiting' || status === 'care'
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

// The last day in care counts as care, and aftercare begins the next: as leaveCare and startAftercare of care have it.
function periodsOf(
  status: Status,
  { received, careFrom, leftOn }: { received: Day; careFrom: Day; leftOn: Day },
): Stay[] {
  if (!wasInCare(status)) return [{ phase: 'referral', from: received, until: null }]
  const referral: Stay = { phase: 'referral', from: received, until: careFrom }
  if (status === 'care') return [referral, { phase: 'care', from: careFrom, until: null }]
  const after = addDays(leftOn, 1)
  const care: Stay = { phase: 'care', from: careFrom, until: after }
  if (status === 'left') return [referral, care]
  return [referral, care, { phase: 'aftercare', from: after, until: null }]
}
