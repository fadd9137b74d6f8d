import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, dayOf, momentAt } from '../../../core/day.ts'
import { linesFor, weekAsked, weekFrom, weekOf } from './week.ts'

const monday = '2026-11-23' as Day
const tuesday = '2026-11-24' as Day

function line(day: Day, time: string, personId = 'p') {
  return { startsAt: momentAt(day, time), personId, about: `${day} ${time}` }
}

test('any day leads to its week; nonsense to this week', () => {
  expect(weekAsked('2026-11-29', tuesday)).toBe(monday)
  expect(weekAsked('2026-11-30', tuesday)).toBe('2026-11-30')
  for (const asked of [undefined, '', 'volgende week', '2026-13-45', '9999-01-01'])
    expect(weekAsked(asked, tuesday)).toBe(monday)
  expect(weekFrom(monday)).toEqual({ from: monday, until: '2026-11-29' })
})

test('in a weekend the agenda opens at the week that comes, not before', () => {
  expect(weekAsked(undefined, '2026-11-27' as Day)).toBe(monday)
  expect(weekAsked(undefined, '2026-11-28' as Day)).toBe('2026-11-30')
  expect(weekAsked(undefined, '2026-11-29' as Day)).toBe('2026-11-30')
})

test('a day has its appointments by time, those at one time together', () => {
  const lines = [line(tuesday, '11:00'), line(tuesday, '09:30', 'a'), line(tuesday, '09:30', 'b')]
  const days = weekOf(lines, monday, tuesday)
  expect(days.map((day) => day.day)).toEqual([monday, tuesday, '2026-11-25', '2026-11-26', '2026-11-27'])
  expect(days.filter((day) => day.isToday).map((day) => day.day)).toEqual([tuesday])
  expect(days[1]?.times.map(({ time, lines: here }) => [time, here.map((one) => one.personId)])).toEqual([
    ['09:30', ['a', 'b']],
    ['11:00', ['p']],
  ])
})

test('a weekend shows when something is planned, or when it is today', () => {
  const saturday = '2026-11-28' as Day
  expect(weekOf([line(saturday, '10:00')], monday, tuesday)).toHaveLength(6)
  expect(weekOf([], monday, saturday)).toHaveLength(6)
})

test('no appointment of the week is lost or moved, also when the clock changes', () => {
  const start = '2026-10-19' as Day
  const when = fc.record({
    day: fc.integer({ min: 0, max: 6 }).map((days) => addDays(start, days)),
    hour: fc.integer({ min: 4, max: 23 }),
  })
  fc.assert(
    fc.property(fc.array(when), (moments) => {
      const lines = moments.map(({ day, hour }) => line(day, `${String(hour).padStart(2, '0')}:00`))
      const shown = weekOf(lines, start, start)
      expect(shown.flatMap((day) => day.times.flatMap((time) => time.lines))).toHaveLength(lines.length)
      for (const day of shown)
        for (const one of day.times.flatMap((time) => time.lines)) expect(dayOf(one.startsAt)).toBe(day.day)
    }),
  )
})

test("one's own part is what one does oneself", () => {
  const lines = [line(tuesday, '09:00', 'a'), line(tuesday, '10:00', 'b')]
  expect(linesFor(lines, 'a')).toHaveLength(1)
  expect(linesFor(lines, null)).toEqual(lines)
})
