import { expect, test } from 'vitest'
import type { Day } from './day.ts'
import { sayNear } from './texts.ts'

const today = '2026-11-24' as Day

test('a day nearby needs no year, also across the turn of the year', () => {
  expect(sayNear('2026-11-27', today, 'nl')).toBe('27 nov')
  expect(sayNear('2027-02-01', today, 'nl')).toBe('1 feb')
})

test('a day far away has its year', () => {
  expect(sayNear('2025-11-27', today, 'nl')).toBe('27 nov 2025')
  expect(sayNear('2027-11-27', today, 'nl')).toBe('27 nov 2027')
})
