import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lockedUntil } from './lock-out.ts'

const now = new Date('2026-11-24T10:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

test('nine wrong tries do not lock, ten do', () => {
  expect(lockedUntil(Array(9).fill(minutesAgo(1)), now)).toBeNull()
  expect(lockedUntil(Array(10).fill(minutesAgo(1)), now)).toEqual(minutesAgo(-14))
})

test('the lock opens when the tenth newest try is a quarter of an hour old', () => {
  const tries = [...Array(9).fill(minutesAgo(2)), minutesAgo(10)]
  expect(lockedUntil(tries, now)).toEqual(minutesAgo(-5))
})

test('old tries do not count, and their order does not matter', () => {
  expect(lockedUntil([...Array(9).fill(minutesAgo(1)), minutesAgo(15), minutesAgo(60)], now)).toBeNull()
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 25 }), (ages) => {
      const tries = ages.map(minutesAgo)
      expect(lockedUntil(tries.toReversed(), now)).toEqual(lockedUntil(tries, now))
    }),
  )
})

test('at the moment that was named one may try again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 10, maxLength: 10 }), (ages) => {
      const tries = ages.map(minutesAgo)
      const until = lockedUntil(tries, now)
      if (until) expect(lockedUntil(tries, until)).toBeNull()
    }),
  )
})
