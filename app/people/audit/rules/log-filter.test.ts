import { expect, test } from 'vitest'
import type { Day } from '../../../core/day.ts'
import { parseForm } from '../../../core/form.ts'
import { lastWeek, logFilter, queryOf } from './log-filter.ts'

const today = '2026-11-24' as Day
const read = (query: Record<string, string>) => parseForm(logFilter(today), query)
const id = '01a2016e-9f67-7c52-97a0-6d00e1ff2a33'

test('without a choice it is the last seven days, everything', () => {
  expect(lastWeek(today)).toEqual({ from: '2026-11-18', until: '2026-11-24' })
  expect(read({})).toMatchObject({ ok: true, value: { from: '2026-11-18', until: today, which: null } })
})

test.each([
  [{ van: '2026-11-25' }, { tot: 'until-before-from' }],
  [{ van: '2020-01-01' }, { van: 'too-many-days' }],
  [{ van: 'ooit' }, { van: 'not-a-date' }],
  [{ toon: 'alles' }, { toon: 'choose-one' }],
  [{ persoon: "' or 1=1" }, { persoon: 'choose-one' }],
])('%j is told what is wrong', (query, errors) => {
  expect(read(query)).toMatchObject({ ok: false, state: { errors } })
})

test('a filter goes out in an address and comes back the same', () => {
  const asked = read({ van: '01-11-2026', tot: '2026-11-20', toon: 'refused', persoon: id, client: id })
  if (!asked.ok) throw new Error('not read')
  expect(read(queryOf(asked.value))).toEqual(asked)
  expect(queryOf(asked.value, { toon: null })).not.toHaveProperty('toon')
})
