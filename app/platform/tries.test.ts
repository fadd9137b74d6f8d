import { expect, test } from 'vitest'
import { countTries, networkOf } from './tries.ts'

test('so many a minute under one name, and others go on', () => {
  const tries = countTries({ each: 2, all: 10 })
  expect([1, 2, 3].map((now) => tries.take('a', now))).toEqual([true, true, false])
  expect(tries.take('b', 4)).toBe(true)
  expect(tries.take('a', 59_999)).toBe(false)
  expect(tries.take('a', 60_001)).toBe(true)
})

test('so many in all, whatever the names', () => {
  const tries = countTries({ each: 2, all: 3 })
  expect(['a', 'b', 'c', 'd'].map((name) => tries.take(name, 1))).toEqual([true, true, true, false])
})

test('what was no guess does not count', () => {
  const tries = countTries({ each: 1, all: 1 })
  for (let time = 0; time < 5; time += 1) {
    expect(tries.take('a', 1)).toBe(true)
    tries.giveBack('a')
  }
  tries.giveBack('a')
  expect([tries.take('a', 1), tries.take('a', 1)]).toEqual([true, false])
})

test('only what our own proxies wrote is believed', () => {
  const invented = '1.1.1.1, 2.2.2.2, 3.3.3.3'
  expect(networkOf('9.9.9.9', invented, 0)).toBe('9.9.9.9')
  expect(networkOf('9.9.9.9', invented, 1)).toBe('3.3.3.3')
  expect(networkOf('9.9.9.9', invented, 2)).toBe('2.2.2.2')
  expect(networkOf('9.9.9.9', invented, 4)).toBe('9.9.9.9')
  expect(networkOf('9.9.9.9', undefined, 1)).toBe('9.9.9.9')
})

test('a visitor with IPv6 is one, whichever of its addresses is used', () => {
  const networks = ['2001:db8:1:2:3:4:5:6', '2001:DB8:1:2::9', '2001:db8:1:2:ffff::'].map((address) =>
    networkOf(address, undefined, 0),
  )
  expect(new Set(networks)).toEqual(new Set(['2001:db8:1:2']))
  expect(networkOf('::1', undefined, 0)).not.toBe(networkOf('2001:db8::1', undefined, 0))
  expect(networkOf('::ffff:10.0.0.1', undefined, 0)).toBe('10.0.0.1')
})
