import { type Day, daysBetween } from '../../../core/day.ts'

/** 1 overwhelmed by, 2 struggling with, 3 living with, 4 living beyond; the client's judgement, and not linear. */
export const phases = [1, 2, 3, 4] as const
export type RecoveryPhase = (typeof phases)[number]

/** A talk about the phase, in the client's own words. */
export type PhaseTalk = {
  id: string
  phase: RecoveryPhase
  talkedOn: Day
  ownWords: string
  /** the worker who was there */
  by: string | null
}

/** How long somebody was in one phase, with the talks in which it was said, newest first. `until` null: now. */
export type PhaseStay = {
  phase: RecoveryPhase
  from: Day
  until: Day | null
  days: number
  talks: PhaseTalk[]
}

/**
 * The stays in each phase, newest first. A phase lasts until the day of the talk that names another; of two talks on one
 * day the later written (ids are ordered by time) counts, so that a slip is mended by writing again.
 */
export function staysIn(talks: PhaseTalk[], today: Day): PhaseStay[] {
  const stays: PhaseStay[] = []
  for (const talk of lastOfEachDay(talks)) {
    const last = stays.at(-1)
    if (last?.phase === talk.phase) last.talks.unshift(talk)
    else {
      if (last) close(last, talk.talkedOn)
      stays.push({ phase: talk.phase, from: talk.talkedOn, until: null, days: 0, talks: [talk] })
    }
  }
  const now = stays.at(-1)
  if (now) now.days = Math.max(0, daysBetween(now.from, today))
  return stays.reverse()
}

function close(stay: PhaseStay, day: Day): void {
  stay.until = day
  stay.days = daysBetween(stay.from, day)
}

// Oldest first.
function lastOfEachDay(talks: PhaseTalk[]): PhaseTalk[] {
  const sorted = talks.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  return sorted.filter((talk, i) => sorted[i + 1]?.talkedOn !== talk.talkedOn)
}

function orderOf({ talkedOn, id }: PhaseTalk): string {
  return `${talkedOn} ${id}`
}
