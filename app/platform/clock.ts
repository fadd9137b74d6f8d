import { AsyncLocalStorage } from 'node:async_hooks'
import { type Day, dayOf } from '../core/day.ts'

const told = new AsyncLocalStorage<Date>()

/** The moment that counts as now; the real clock, unless a history is being told. */
export function now(): Date {
  return told.getStore() ?? new Date()
}

/** Today in the Netherlands. */
export function today(): Day {
  return dayOf(now())
}

/** The told moment, or undefined: the database obeys it in a demo or test only. */
export function toldMoment(): Date | undefined {
  return told.getStore()
}

/** Runs something as if it were that moment (demo, tests). */
export function at<T>(moment: Date, run: () => Promise<T>): Promise<T> {
  return told.run(moment, run)
}
