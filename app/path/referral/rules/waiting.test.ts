import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../../core/day.ts'
import { attention, oggzDeadline, type Wait, waited, waitOf } from './waiting.ts'

const today = '2026-11-24' as Day
const wait: Wait = {
  receivedOn: '2026-11-05' as Day,
  source: 'gp',
  firstContactOn: null,
  intakePlannedOn: null,
  isIntakeCancelled: false,
  intakeHeldOn: null,
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
  const planned = { ...promised, intakePlannedOn: '2026-12-01' as Day }
  expect(attention(planned, today)).toBe('promise-late')
  expect(attention({ ...planned, lastContactOn: '2026-11-21' as Day }, today)).toBeNull()
  expect(attention({ ...promised, intakeHeldOn: '2026-11-21' as Day }, today)).toBe('no-promise')
})

test('who waits without a promise and without an intake asks for one', () => {
  expect(attention(wait, today)).toBe('no-promise')
  expect(attention({ ...wait, intakePlannedOn: '2026-12-01' as Day }, today)).toBeNull()
})

test('an intake that was called off asks for another plan, also while a contact is promised', () => {
  const cancelled = { ...wait, isIntakeCancelled: true }
  expect(attention({ ...cancelled, promisedFor: today }, today)).toBe('intake-cancelled')
  expect(attention({ ...cancelled, promisedFor: today, intakeHeldOn: today }, today)).toBeNull()
  const plans = [{ startsAt: '2026-11-30T09:00:00Z', cancellation: { reason: 'ziek' } }]
  const told = { ...wait, source: 'gp' as const, earlyContacts: [], promises: [], plans }
  expect(waitOf(told)).toMatchObject({ intakePlannedOn: null, isIntakeCancelled: true })
})

test('an intake that was planned and not held stays in sight, and stops no clock', () => {
  const missed = { ...wait, intakePlannedOn: '2026-11-23' as Day }
  expect(attention(missed, today)).toBe('intake-missed')
  expect(attention({ ...missed, promisedFor: today }, today)).toBe('intake-missed')
  expect(waited(missed, today)).toMatchObject({ toIntake: 19, hasIntake: false })
  expect(attention({ ...missed, intakePlannedOn: today }, today)).toBeNull()
  const held = { ...missed, intakeHeldOn: '2026-11-23' as Day }
  expect(waited(held, today)).toEqual({ toFirstContact: 18, hasContact: true, toIntake: 18, hasIntake: true })
})

test('who had the intake, or is kept in touch, is promised a next contact', () => {
  const held = { ...wait, intakePlannedOn: '2026-11-20' as Day, intakeHeldOn: '2026-11-20' as Day }
  expect(attention(held, today)).toBe('no-promise')
  expect(attention({ ...held, promisedFor: '2026-11-30' as Day }, today)).toBeNull()
})

test('the wait of a story: a closed door is the last contact, and not the first', () => {
  const contact = (happenedOn: string, way: string) => ({ happenedOn: happenedOn as Day, way })
  const story = {
    receivedOn: '2026-11-05' as Day,
    source: 'gp' as const,
    earlyContacts: [
      contact('2026-11-12', 'phone'),
      contact('2026-11-15', 'tried'),
      contact('2026-11-07', 'tried'),
      contact('2026-11-10', 'visit'),
    ],
    promises: [{ promisedFor: '2026-11-27' as Day }, { promisedFor: '2026-11-09' as Day }],
    plans: [
      { startsAt: '2026-11-30T23:30:00Z', cancellation: null },
      { startsAt: '2026-11-20T09:00:00Z', cancellation: {} },
    ],
    intakeHeldOn: null,
  }
  expect(waitOf(story)).toEqual({
    receivedOn: '2026-11-05',
    source: 'gp',
    firstContactOn: '2026-11-10',
    lastContactOn: '2026-11-15',
    promisedFor: '2026-11-27',
    intakePlannedOn: '2026-12-01',
    isIntakeCancelled: false,
    intakeHeldOn: null,
  })
  expect(waitOf({ ...story, earlyContacts: [contact('2026-11-07', 'tried')] }).firstContactOn).toBeNull()
})

test('a new promise or a plan, in the past or to come, never makes a wait younger', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (promisedFor, intakePlannedOn) => {
      expect(waited({ ...wait, promisedFor, intakePlannedOn }, today)).toEqual(waited(wait, today))
    }),
  )
})

test('whoever waits has something to come, or calls for attention', () => {
  const maybe = fc.option(anyDay)
  fc.assert(
    fc.property(maybe, maybe, maybe, (promisedFor, intakePlannedOn, intakeHeldOn) => {
      const isComing = [promisedFor, intakeHeldOn ? null : intakePlannedOn].some((on) => on && on >= today)
      const why = attention({ ...wait, promisedFor, intakePlannedOn, intakeHeldOn }, today)
      expect(isComing || why !== null).toBe(true)
    }),
  )
})
