import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseBsn } from './bsn.ts'

// Numbers of the published test series (999...), never given to a person.
test.each([
  ['999990019', '999990019'],
  ['9999.90.019', '999990019'],
  ['999 990 019', '999990019'],
])('%j is the number %s', (typed, bsn) => {
  expect(parseBsn(typed)).toBe(bsn)
})

test.each(['', '000000000', '123456789', '99999001', '9999900190', '99999001x', '-99999001'])(
  '%j is no burgerservicenummer',
  (typed) => {
    expect(parseBsn(typed)).toBeNull()
  },
)

test('one digit typed wrong is always found', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (place, more) => {
      const digits = [...'999990019']
      digits[place] = String((Number(digits[place]) + more) % 10)
      expect(parseBsn(digits.join(''))).toBeNull()
    }),
  )
})
