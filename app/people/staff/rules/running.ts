import type { Day } from '../../../core/day.ts'

/** From a day until a last day (null: open). */
export type Running = { from: Day; until: Day | null }

/** What holds on a day. */
export function runsOn({ from, until }: Running, day: Day): boolean {
  return from <= day && (until === null || until >= day)
}

/** What could still be given a last day: it runs, or is to start. */
export function canEnd({ until }: Running, day: Day): boolean {
  return until === null || until >= day
}
