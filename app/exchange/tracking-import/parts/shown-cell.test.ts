import { expect, test } from 'vitest'
import { shownCell } from './shown-cell.ts'

test('a BSN is shown by its last three digits, in whichever column it stands', () => {
  expect(shownCell('bsn', '999990019')).toBe('•••••• 019')
  expect(shownCell('', '999990019')).toBe('•••••• 019')
  expect(shownCell('bsn', 'onleesbaar 12')).toBe('•••••• 12')
  expect(shownCell('birthDate', '999990019')).toBe('•••••• 019')
})

test('a day is shown as it is read; what is no day, or stands in another column, as it was typed', () => {
  expect(shownCell('birthDate', '1980-05-14')).toBe('14-05-1980')
  expect(shownCell('birthDate', '29221')).toBe('01-01-1980')
  expect(shownCell('received', '3 sep 2026')).toBe('03-09-2026')
  expect(shownCell('birthDate', '31-2-1990')).toBe('31-2-1990')
  expect(shownCell('houseNumber', '29221')).toBe('29221')
})
