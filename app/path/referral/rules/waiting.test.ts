import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../../core/day.ts'
import { attention, oggzDeadline, type Wait, waited } from './waiting.ts'

const today = '2026-11-24' as Day
const wait: Wait = {
  receivedOn: '2026-11-05' as Day,
  source: 'gp',
  firstContactOn: null,
  intakeOn: null,
  promisedFor: null,
  lastContactOn: null,
}
const anyDay = fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days))

test('both waits run until today while nothing happened', () => {
  expect(waited(wait, today)).toEqual({
    toFirstContact: 19,
    hasContact: false,
    toIntake: 19,
    hasIntake: false,
  })
})

test('the first contact stops its own clock and not that of the intake', () => {
  expect(waited({ ...wait, firstContactOn: '2026-11-09' as Day }, today)).toMatchObject({
    toFirstContact: 4,
    hasContact: true,
    toIntake: 19,
  })
})

test('an OGGZ referral must be in care within fourteen days', () => {
  expect(oggzDeadline({ ...wait, source: 'oggz' })).toBe('2026-11-19')
  expect(attention({ ...wait, source: 'oggz' }, today)).toBe('oggz-late')
  expect(
    attention({ ...wait, source: 'oggz', receivedOn: '2026-11-12' as Day, promisedFor: today }, today),
  ).toBe('oggz-soon')
  expect(oggzDeadline(wait)).toBeNull()
})

test('a promise is kept by a contact on or after its day, also when nobody opened', () => {
  const promised = { ...wait, promisedFor: '2026-11-20' as Day }
  expect(attention(promised, today)).toBe('promise-late')
  expect(
    attention({ ...promised, lastContactOn: '2026-11-21' as Day, intakeOn: '2026-12-01' as Day }, today),
  ).toBeNull()
})

test('who waits without a promise and without an intake asks for one', () => {
  expect(attention(wait, today)).toBe('no-promise')
  expect(attention({ ...wait, intakeOn: '2026-12-01' as Day }, today)).toBeNull()
})

test('a new promise or a planned intake never makes a wait younger', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (promisedFor, intakeOn) => {
      const later = addDays(intakeOn < today ? today : intakeOn, 1)
      expect(waited({ ...wait, promisedFor, intakeOn: later }, today)).toEqual(waited(wait, today))
    }),
  )
})
