import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, daysBetween } from '../../../core/day.ts'
import { durationOf } from './duration.ts'
import { type PhaseTalk, type RecoveryPhase, staysIn } from './phase.ts'

const today = '2026-11-24' as Day

function talk(phase: RecoveryPhase, talkedOn: string, id = '1'): PhaseTalk {
  return { id, phase, talkedOn: talkedOn as Day, ownWords: '', by: null }
}

const talks = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    phase: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    talkedOn: fc.integer({ min: -900, max: 0 }).map((days) => addDays(today, days)),
    ownWords: fc.constant(''),
    by: fc.constant(null),
  }),
  { selector: ({ id }) => id },
)

test('a phase lasts from its first talk until the talk that names another, newest first', () => {
  const stays = staysIn(
    [talk(3, '2026-10-25'), talk(2, '2026-06-01'), talk(2, '2026-03-01'), talk(3, '2026-01-01')],
    today,
  )
  expect(stays.map(({ phase, from, until, days }) => [phase, from, until, days])).toEqual([
    [3, '2026-10-25', null, 30],
    [2, '2026-03-01', '2026-10-25', 238],
    [3, '2026-01-01', '2026-03-01', 59],
  ])
  expect(stays[1]?.talks.map(({ talkedOn }) => talkedOn)).toEqual(['2026-06-01', '2026-03-01'])
})

test('of two talks on one day the later written counts: a slip is mended by writing again', () => {
  const stays = staysIn([talk(4, '2026-11-20', 'a'), talk(2, '2026-11-20', 'b')], today)
  expect(stays.map(({ phase }) => phase)).toEqual([2])
})

test('nobody spoken with, no stays', () => {
  expect(staysIn([], today)).toEqual([])
})

test('stays have no gap and no overlap, and add up to the time since the first talk', () => {
  fc.assert(
    fc.property(talks, (all) => {
      const stays = staysIn(all, today)
      for (const [i, stay] of stays.entries()) expect(stay.until).toBe(stays[i - 1]?.from ?? null)
      const first = stays.at(-1)
      const sum = stays.reduce((days, stay) => days + stay.days, 0)
      expect(sum).toBe(first ? daysBetween(first.from, today) : 0)
    }),
  )
})

test('two stays that follow each other are in different phases, and the order of the talks does not matter', () => {
  fc.assert(
    fc.property(talks, (all) => {
      const stays = staysIn(all, today)
      for (const [i, stay] of stays.entries()) expect(stay.phase).not.toBe(stays[i + 1]?.phase)
      expect(staysIn(all.toReversed(), today)).toEqual(stays)
    }),
  )
})

test('days up to eight weeks, then months, from two years on years', () => {
  expect(durationOf(55)).toEqual({ count: 55, unit: 'day' })
  expect(durationOf(56)).toEqual({ count: 1, unit: 'month' })
  expect(durationOf(427)).toEqual({ count: 14, unit: 'month' })
  expect(durationOf(731)).toEqual({ count: 2, unit: 'year' })
})
