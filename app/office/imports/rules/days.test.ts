import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, daysBetween, writeDay } from '../../../core/day.ts'
import { readDay } from './days.ts'

const anyDay = fc.integer({ min: 1, max: 90_000 }).map((days) => addDays('1900-03-01' as Day, days))

test('every way of writing a day gives that day', () => {
  const written = [
    '14-5-1978',
    '14/05/1978',
    '14.5.1978',
    '1978-05-14',
    '19780514',
    '14 mei 1978',
    '14-mei-1978',
    '14-05-1978 00:00',
    '1978-05-14T00:00:00',
    '28624',
    '28624,0',
  ]
  expect(written.map((text) => readDay(text))).toEqual(written.map(() => ({ day: '1978-05-14' })))
  expect(readDay('3 mrt. 2020')).toEqual({ day: '2020-03-03' })
})

test('a cell with a story in it is no day, and is not searched for one', () => {
  expect(readDay('14-5-1978 10:00, gebeld')).toEqual({ day: '1978-05-14' })
  expect(readDay('14-5-1978 10:00, gebeld'.padEnd(300, '.'))).toEqual({ problem: 'not-a-date' })
})

test('a day that could be two days is not guessed', () => {
  expect(readDay('14-5-78')).toEqual({ problem: 'short-year' })
  expect(readDay("14-5-'78")).toEqual({ problem: 'short-year' })
  expect(readDay('1978')).toEqual({ problem: 'only-a-year' })
})

test('what is no day says so', () => {
  const wrong = [
    'onbekend',
    '31-2-2020',
    '05/14/1978',
    '60',
    '999999999',
    '1e5',
    '-5',
    '19781399',
    '1-1-9999',
    '',
  ]
  expect(wrong.map((text) => readDay(text))).toEqual(wrong.map(() => ({ problem: 'not-a-date' })))
})

test('the number of a spreadsheet and the written day are the same day', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const serial = daysBetween('1899-12-30' as Day, day)
      fc.pre(serial < 1850 || serial > 2199)
      expect(readDay(String(serial))).toEqual({ day })
      expect(readDay(writeDay(day))).toEqual({ day })
    }),
  )
})

test('no text whatever makes it fail', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(Object.keys(readDay(text))).toHaveLength(1)
    }),
  )
})
