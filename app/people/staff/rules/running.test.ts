import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../../core/day.ts'
import { parseForm } from '../../../core/form.ts'
import { agreementForm, areaForm, workerForm } from './house-forms.ts'
import { canEnd, runsOn } from './running.ts'

const start = '2026-11-01' as Day
const days = fc.integer({ min: -400, max: 400 }).map((n) => addDays(start, n))

test('the first and the last day count', () => {
  const running = { from: start, until: addDays(start, 2) }
  expect([-1, 0, 2, 3].map((n) => runsOn(running, addDays(start, n)))).toEqual([false, true, true, false])
})

test('what runs can be given a last day; what is over cannot', () => {
  fc.assert(
    fc.property(days, days, days, (from, until, day) => {
      const running = { from, until }
      if (runsOn(running, day)) expect(canEnd(running, day)).toBe(true)
      if (until < day) expect(canEnd(running, day)).toBe(false)
    }),
  )
})

test('an agreement ends no earlier than it starts', () => {
  const wrong = parseForm(agreementForm, { from: '2-1-2026', until: '1-1-2026' })
  expect(wrong.ok ? {} : wrong.state.errors).toEqual({ until: 'end-before-start' })
  expect(parseForm(agreementForm, { from: '1-1-2026', until: '1-1-2026' }).ok).toBe(true)
})

test('an area is four digits that do not begin with a zero', () => {
  const area = { municipality: '0106', neighbourhood: 'Centrum', team: '' }
  expect(
    ['9401', '0401', '94', '94015'].map((postcode4) => parseForm(areaForm, { ...area, postcode4 }).ok),
  ).toEqual([true, false, false, false])
})

test('a worker has an address to sign in with', () => {
  const result = parseForm(workerForm, { givenName: 'A', familyName: 'B', email: '', from: '1-1-2026' })
  expect(result.ok ? {} : result.state.errors).toMatchObject({
    email: 'required',
    organisation: 'choose-one',
  })
})
