import type { Day } from '../../app/core/day.ts'
import { at } from '../../app/platform/clock.ts'

/** The one moment at which every test takes place: Tuesday 24 November 2026, ten in the morning in Assen. */
const testMoment = new Date('2026-11-24T09:00:00Z')

/** The day of that moment in the Netherlands. */
export const testDay = '2026-11-24' as Day

/** Runs something at the moment of the tests. */
export function atTestMoment<T>(run: () => Promise<T>): Promise<T> {
  return at(testMoment, run)
}

/** A period since long ago, with no end. */
export const always = '[2021-01-01,)'

/** A period that ended before the moment of the tests. */
export const earlier = '[2021-01-01,2024-01-01)'
