import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  ageOn,
  type Day,
  dayOf,
  daysBetween,
  momentAt,
  mondayOf,
  parseDay,
  timeOf,
  writeDay,
} from './day.ts'

const aDay = fc
  .integer({ min: Date.UTC(1980, 0, 1) / 86_400_000, max: Date.UTC(2100, 0, 1) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10) as Day)
const aMoment = fc
  .integer({ min: Date.UTC(1980, 0, 1) / 60_000, max: Date.UTC(2100, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000))

test('a moment written as day and time and read again shows the same day and time', () => {
  fc.assert(
    fc.property(aMoment, (moment) => {
      const again = momentAt(dayOf(moment), timeOf(moment))
      expect([dayOf(again), timeOf(again)]).toEqual([dayOf(moment), timeOf(moment)])
    }),
  )
})

test.each([
  ['2026-07-01', '12:00', '2026-07-01T10:00:00.000Z'],
  ['2026-12-01', '12:00', '2026-12-01T11:00:00.000Z'],
  ['2026-12-31', '23:59', '2026-12-31T22:59:00.000Z'],
  ['2026-03-29', '01:30', '2026-03-29T00:30:00.000Z'],
  ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25', '01:30', '2026-10-24T23:30:00.000Z'],
  ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
])('%s %s in Amsterdam is %s', (day, time, moment) => {
  expect(momentAt(day as Day, time).toISOString()).toBe(moment)
})

test('the hour that autumn has twice is its first', () => {
  expect(momentAt('2026-10-25' as Day, '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z')
})

test('a time that spring skips is an hour later', () => {
  const moment = momentAt('2026-03-29' as Day, '02:30')
  expect([dayOf(moment), timeOf(moment)]).toEqual(['2026-03-29', '03:30'])
})

test.each([
  ['2026-02-28', '2026-02-28'],
  ['1-2-2026', '2026-02-01'],
  ['01/02/2026', '2026-02-01'],
  [' 1.2.2026 ', '2026-02-01'],
  ['29-2-2024', '2024-02-29'],
])('%j is the day %s', (typed, day) => {
  expect(parseDay(typed)).toBe(day)
})

test.each([
  '',
  'gisteren',
  '31-2-2026',
  '29-2-2026',
  '2026-13-01',
  '0000-00-00',
  '1-1-1889',
  '1-1-9999',
  '1-2-26',
  '2026-1-1',
])('%j is no day', (typed) => {
  expect(parseDay(typed)).toBeNull()
})

test('what is written is read as the same day', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      expect(parseDay(writeDay(day))).toBe(day)
    }),
  )
})

test('days added and counted agree, over every change of the clock', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days)
    }),
  )
})

test('a week begins on the Monday at most six days before', () => {
  expect(mondayOf('2026-11-22' as Day)).toBe('2026-11-16')
  expect(mondayOf('2026-11-23' as Day)).toBe('2026-11-23')
  fc.assert(
    fc.property(aDay, (day) => {
      expect(new Date(mondayOf(day)).getUTCDay()).toBe(1)
      expect(daysBetween(mondayOf(day), day)).toBeLessThan(7)
    }),
  )
})

test.each([
  ['2000-03-01', '2026-02-28', 25],
  ['2000-03-01', '2026-03-01', 26],
  ['2000-02-29', '2026-02-28', 25],
  ['2000-02-29', '2026-03-01', 26],
  ['2026-11-22', '2026-11-22', 0],
])('born on %s, on %s one is %i', (birth, day, age) => {
  expect(ageOn(birth as Day, day as Day)).toBe(age)
})
