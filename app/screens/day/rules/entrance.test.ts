import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../../core/day.ts'
import { type Arrival, inboxOf, intakesThisWeek, needing, urgencies } from './entrance.ts'
import { partOfDay } from './greeting.ts'

const arrival = (over: Partial<Arrival>): Arrival => ({
  clientId: 'c' as never,
  referralId: 'r' as never,
  givenName: 'Noor',
  infix: '',
  familyName: 'Veen',
  receivedOn: '2026-11-10' as Day,
  source: 'gp',
  isInInbox: false,
  firstContactOn: null,
  lastContactOn: null,
  promisedFor: null,
  intakePlannedOn: null,
  isIntakeCancelled: false,
  intakeHeldOn: null,
  intakeAt: null,
  ...over,
})

test('the most urgent stands first, then who waits longest', () => {
  const [late, old, young] = ['2026-11-12', '2026-10-01', '2026-11-01'].map((day) =>
    arrival({ receivedOn: day as Day }),
  ) as [Arrival, Arrival, Arrival]
  const judge = (one: Arrival) => (one === late ? 'oggz-late' : 'no-promise')
  expect(needing([young, late, old], judge).map(({ arrival: one }) => one)).toEqual([late, old, young])
})

test('nobody in the inbox is blamed for a promise that could not be made yet', () => {
  const inbox = arrival({ isInInbox: true })
  expect(needing([inbox], () => 'no-promise')).toEqual([])
  expect(needing([inbox], () => 'oggz-late')).toHaveLength(1)
})

test('whatever the order in, the order out is by urgency', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...urgencies)), (whys) => {
      const all = whys.map((why, i) => arrival({ givenName: `${i}:${why}` }))
      const said = needing(all, (one) => one.givenName.split(':')[1] as (typeof urgencies)[number])
      const ranks = said.map(({ why }) => urgencies.indexOf(why))
      expect(ranks).toEqual([...ranks].sort())
    }),
  )
})

test('the inbox has a number and its oldest', () => {
  const days = ['2026-11-20', '2026-11-02'] as Day[]
  expect(inboxOf(days.map((receivedOn) => arrival({ receivedOn, isInInbox: true })))).toEqual({
    count: 2,
    oldest: '2026-11-02',
  })
  expect(inboxOf([arrival({})])).toEqual({ count: 0, oldest: null })
})

test('intakes of this week: from today until sunday', () => {
  const on = (day: string) =>
    arrival({ intakePlannedOn: day as Day, intakeAt: new Date(`${day}T09:00:00Z`), givenName: day })
  const week = ['2026-11-30', '2026-11-29', '2026-11-24', '2026-11-23'].map(on)
  const found = intakesThisWeek(week, '2026-11-24' as Day)
  expect(found.map(({ givenName }) => givenName)).toEqual(['2026-11-24', '2026-11-29'])
})

test('on a Sunday the intakes of the next week are there', () => {
  const days = ['2026-11-28', '2026-11-30', '2026-12-06', '2026-12-07'] as Day[]
  const week = days.map((on) => arrival({ intakePlannedOn: on, givenName: on }))
  const found = intakesThisWeek(week, '2026-11-29' as Day)
  expect(found.map(({ givenName }) => givenName)).toEqual(['2026-11-30', '2026-12-06'])
})

test.each([
  ['04:59', 'night'],
  ['05:00', 'morning'],
  ['12:00', 'afternoon'],
  ['18:00', 'evening'],
])('%s is %s', (time, part) => {
  expect(partOfDay(time)).toBe(part)
})
