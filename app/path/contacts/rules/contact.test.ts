import { expect, test } from 'vitest'
import { isAhead, isSame, standingOf } from './contact.ts'
import type { ContactForm } from './contact-form.ts'

const moment = new Date('2026-11-24T08:30:00Z')
const signed = { authorId: 'a', authorRole: 'supporter', signedAt: moment, cosignedAt: null }
const ofTrainee = { ...signed, authorRole: 'trainee' }

test('a report is a draft, waits for a colleague, or is finished', () => {
  const practitioner = { personId: 'p', role: 'practitioner' as const }
  expect(standingOf({ ...signed, signedAt: null }, practitioner)).toBe('own-draft')
  expect(standingOf(signed, practitioner)).toBe('signed')
  expect(standingOf(ofTrainee, practitioner)).toBe('to-cosign')
  expect(standingOf(ofTrainee, { personId: 's', role: 'supporter' })).toBe('waits-for-cosign')
  expect(standingOf(ofTrainee, { personId: 'a', role: 'practitioner' })).toBe('waits-for-cosign')
  expect(standingOf({ ...ofTrainee, cosignedAt: moment }, practitioner)).toBe('signed')
})

test('what did not happen yet is ahead; a clock may be a little off', () => {
  expect(isAhead(new Date('2026-11-24T08:44:00Z'), moment)).toBe(false)
  expect(isAhead(new Date('2026-11-24T08:46:00Z'), moment)).toBe(true)
  expect(isAhead(new Date('2020-01-01T00:00:00Z'), moment)).toBe(false)
})

test('a form that was sent twice is known by what it says, also across the change of the clock', () => {
  const form = {
    kind: 'visit',
    day: '2026-11-24',
    time: '09:30',
    minutes: 30,
    report: 'Koffie.',
    how: 'sign',
  } as ContactForm
  const stored = { happenedAt: moment, kind: 'visit', minutes: 30, report: 'Koffie.', signedAt: moment }
  expect(isSame(stored, form)).toBe(true)
  expect(isSame({ ...stored, report: 'Thee.' }, form)).toBe(false)
  expect(isSame({ ...stored, signedAt: null }, form)).toBe(false)
  expect(isSame({ ...stored, happenedAt: new Date('2026-07-24T08:30:00Z') }, form)).toBe(false)
})
