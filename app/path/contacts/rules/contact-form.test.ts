import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseForm } from '../../../core/form.ts'
import { contactForm, contactKinds, minutesInput, suggested } from './contact-form.ts'

const typed = {
  kind: 'visit',
  day: '24-11-2026',
  time: '9:30',
  usual: '30',
  report: 'Samen koffie gedronken.',
  how: 'sign',
}

function errorsOf(input: Record<string, string>) {
  const form = parseForm(contactForm, input)
  return form.ok ? {} : form.state.errors
}

test('what is always asked is enough', () => {
  const form = parseForm(contactForm, typed)
  expect(form).toMatchObject({
    ok: true,
    value: { day: '2026-11-24', time: '09:30', minutes: 30, travel: 0, together: false, how: 'sign' },
  })
})

test('signing needs words, unless nobody was reached; a draft may be empty', () => {
  expect(errorsOf({ ...typed, report: ' ' })).toEqual({ report: 'sign-needs-report' })
  expect(errorsOf({ ...typed, report: '', kind: 'tried' })).toEqual({})
  expect(errorsOf({ ...typed, report: '', how: 'draft' })).toEqual({})
})

test('one typed duration goes before the usual ones, and one of the two is needed', () => {
  expect(parseForm(contactForm, { ...typed, other: '25' })).toMatchObject({ value: { minutes: 25 } })
  expect(errorsOf({ ...typed, usual: '' })).toEqual({ usual: 'choose-one' })
  expect(errorsOf({ ...typed, other: '601' })).toEqual({ other: 'not-a-number' })
  expect(errorsOf({ ...typed, travel: 'lang' })).toEqual({ travel: 'not-a-number' })
})

test('strange input gives a code at its field', () => {
  expect(errorsOf({})).toMatchObject({
    kind: 'choose-one',
    day: 'required',
    time: 'required',
    how: 'choose-one',
  })
  expect(errorsOf({ ...typed, report: 'a\u0000b' })).toEqual({ report: 'forbidden-characters' })
  expect(errorsOf({ ...typed, report: 'x'.repeat(20_001) })).toEqual({ report: 'too-long' })
  expect(errorsOf({ ...typed, day: '24-11-9999' })).toEqual({ day: 'not-a-date' })
})

test('every duration comes back from the form as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), (minutes) => {
      const form = parseForm(contactForm, { ...typed, ...minutesInput(minutes) })
      expect(form).toMatchObject({ ok: true, value: { minutes } })
    }),
  )
})

test('a link may suggest what is known, and nothing else', () => {
  expect(suggested('phone', '15')).toEqual({ kind: 'phone', usual: '15', other: '' })
  expect(suggested('<script>', '9999')).toEqual({ usual: '30', other: '' })
  fc.assert(
    fc.property(fc.string(), fc.string(), (kind, minutes) => {
      const { kind: known } = suggested(kind, minutes)
      expect(known === undefined || contactKinds.some((one) => one === known)).toBe(true)
    }),
  )
})
