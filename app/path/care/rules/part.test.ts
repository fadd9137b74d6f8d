import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../../core/day.ts'
import { whyNotFrom, whyNotHeld } from './care-forms.ts'
import { outflowForm } from './outflow-form.ts'
import { type Assignment, contactPersons, mayHold, type Part } from './part.ts'
import { isOn, openStay, type Period } from './stay.ts'

const today = '2026-11-24' as Day
const anyDay = fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days))

function holds(part: Part, name: string, from: string, until: string | null = null): Assignment {
  const person = { personId: name, organisationId: 'ggz', organisation: 'GGZ', phone: '' }
  return { part, name, from, until, ...person } as unknown as Assignment
}

test('the contact person is the case manager of today; the replacement is for otherwise', () => {
  const earlier = holds('case-manager', 'Bram', '2025-01-01', '2026-10-31')
  const now = holds('case-manager', 'Samira', '2026-11-01')
  const replacement = holds('replacement', 'Joke', '2026-01-01')
  expect(contactPersons([now, earlier, replacement], today)).toEqual({ first: now, otherwise: replacement })
  expect(contactPersons([earlier, replacement], today)).toEqual({ first: replacement, otherwise: undefined })
  expect(contactPersons([earlier], today)).toEqual({ first: undefined, otherwise: undefined })
})

test('final medical responsibility and coordination ask for a practitioner; a peer can be the contact person', () => {
  expect(mayHold('lead-practitioner', 'practitioner')).toBe(true)
  expect(mayHold('lead-practitioner', 'supporter')).toBe(false)
  expect(mayHold('treatment-coordinator', 'peer')).toBe(false)
  expect(mayHold('case-manager', 'peer')).toBe(true)
  expect(mayHold('case-manager', 'secretariat')).toBe(false)
})

test('what begins on an allowed day overlaps nothing that ended before', () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.nat(100), (day, from, length) => {
      const earlier = { from, until: addDays(from, length) }
      if (whyNotFrom(day, [earlier]) === null) expect(isOn(earlier, day)).toBe(false)
      else expect(day <= earlier.until).toBe(true)
    }),
  )
})

test('a new holder relieves the running one from its first day on, not before it began', () => {
  const running = [{ from: '2026-11-01' as Day, until: null }]
  expect(whyNotFrom('2026-11-01' as Day, running)).toBeNull()
  expect(whyNotFrom('2026-10-31' as Day, running)).toBe('before-previous')
})

test('a part asks for a post on that day', () => {
  const post = { from: '2026-03-01' as Day, until: '2026-12-31' as Day }
  expect(whyNotHeld('2026-03-01' as Day, post)).toBeNull()
  expect(whyNotHeld('2026-02-28' as Day, post)).toBe('not-employed-then')
  expect(whyNotHeld('2027-01-01' as Day, post)).toBe('not-employed-then')
})

test('the stay that can be ended goes on, is no referral, and is with an own team where there is one', () => {
  const period = (phase: string, teamId: string, until: string | null) =>
    ({ phase, teamId, until, from: '2026-01-01', team: teamId, episodeId: '' }) as unknown as Period
  const [south, north] = [period('care', 'south', null), period('aftercare', 'north', null)]
  expect(openStay([south, north], [north.teamId])).toBe(north)
  expect(openStay([south, north], [])).toBe(south)
  expect(
    openStay([period('referral', 'north', null), period('care', 'north', '2026-02-01')], []),
  ).toBeUndefined()
})

test('leaving needs a destination, a rounding off and a day in care; who died has no aftercare', () => {
  const form = outflowForm({ from: '2026-01-01' as Day, today })
  const typed = { leftOn: '24-11-2026', destination: 'gp', reason: 'Klaar', ownWords: '', aftercare: 'yes' }
  const wrong = (more: Partial<typeof typed>) =>
    form.safeParse({ ...typed, ...more }).error?.issues.map(({ path, message }) => `${path}: ${message}`) ??
    []
  expect(wrong({})).toEqual([])
  expect(wrong({ leftOn: '25-11-2026' })).toEqual(['leftOn: date-in-future'])
  expect(wrong({ leftOn: '31-12-2025' })).toEqual(['leftOn: before-start'])
  expect(wrong({ reason: ' ' })).toEqual(['reason: required'])
  expect(wrong({ destination: 'maan' })).toEqual(['destination: choose-one'])
  expect(wrong({ destination: 'died' })).toEqual(['aftercare: died-no-aftercare'])
})
