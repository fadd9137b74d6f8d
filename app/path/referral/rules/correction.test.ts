import { expect, test } from 'vitest'
import type { Day } from '../../../core/day.ts'
import { parseForm } from '../../../core/form.ts'
import { type Correction, changesOf, correctionForm } from './correction.ts'

const day = (text: string) => text as Day
const today = day('2026-11-24')
const typed = { source: 'gp', receivedOn: '12-11-2026' }

function wrongWith(receivedOn: string, done: Day[] = [], stands = day('2026-11-10')): string | undefined {
  const form = parseForm(correctionForm(stands, today, done), { ...typed, receivedOn })
  return form.ok ? undefined : form.state.errors.receivedOn
}

test('the day of receipt may move, but not past today or past what was done since', () => {
  expect(wrongWith('12-11-2026')).toBeUndefined()
  expect(wrongWith('25-11-2026')).toBe('date-in-future')
  expect(wrongWith('12-11-2026', [day('2026-11-11')])).toBe('received-after-step')
  expect(wrongWith('11-11-2026', [day('2026-11-11')])).toBeUndefined()
})

test('a day that stands there already never keeps a text from being corrected', () => {
  expect(wrongWith('10-11-2026', [day('2026-11-01')])).toBeUndefined()
})

test('each correction says what it changed, from what to what', () => {
  const now: Correction = {
    source: 'oggz',
    referrer: 'Wijkagent',
    referrerPhone: '',
    reason: '',
    ownQuestion: 'Rust',
    receivedOn: day('2026-11-12'),
  }
  const first = { ...now, source: 'gp' as const, correctedAt: new Date(1), correctedBy: 'Ans' }
  const second = { ...now, receivedOn: day('2026-11-10'), correctedAt: new Date(2), correctedBy: 'Bo' }
  expect(changesOf([{ ...first, receivedOn: day('2026-11-10') }, second], now)).toEqual([
    { at: new Date(1), by: 'Ans', fields: [{ name: 'source', from: 'gp', to: 'oggz' }] },
    { at: new Date(2), by: 'Bo', fields: [{ name: 'receivedOn', from: '2026-11-10', to: '2026-11-12' }] },
  ])
  expect(changesOf([{ ...now, correctedAt: new Date(1), correctedBy: 'Ans' }], now)).toEqual([])
})
