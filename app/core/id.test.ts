import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { idsByChance, idsFrom, isId, newId } from './id.ts'

afterEach(idsByChance)

test('an id is a UUID of version 7, variant 1, whatever chance gives', () => {
  const aSource = fc.record({
    time: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
    random: fc.uint8Array({ minLength: 10, maxLength: 10 }),
  })
  fc.assert(
    fc.property(aSource, (next) => {
      idsFrom(() => next)
      const id = newId()
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(isId(id)).toBe(true)
      expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(next.time)
    }),
  )
})

test('ids of a later millisecond come after those of an earlier one', () => {
  const random = new Uint8Array(10).fill(255)
  idsFrom(() => ({ time: 1_800_000_000_000, random }))
  const first = newId()
  idsFrom(() => ({ time: 1_800_000_000_001, random: new Uint8Array(10) }))
  expect(newId() > first).toBe(true)
})

test('by chance no two are the same', () => {
  const ids = Array.from({ length: 1000 }, () => newId())
  expect(new Set(ids).size).toBe(1000)
})

test.each(['', 'x', '123', "' or 1=1 --", '00000000-0000-0000-0000-000000000000', undefined])(
  '%j is no id',
  (typed) => {
    expect(isId(typed)).toBe(false)
  },
)
