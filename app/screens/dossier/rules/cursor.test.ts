import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cursorOf, writeCursor } from './cursor.ts'

const id = '01a2016e-9f67-7c52-97a0-6d00e1ff2a33'
const typable = { min: new Date('1890-01-01T00:00:00Z'), max: new Date('2199-12-31T23:59:59.999Z') }

test('a cursor goes out in an address and comes back the same', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.date({ ...typable, noInvalidDate: true }), (rowId, at) => {
      expect(cursorOf(writeCursor({ at, rowId }))).toEqual({ at, rowId })
    }),
  )
})

test.each([
  undefined,
  '',
  'gisteren',
  id,
  '2026-01-01T00:00:00.000Z',
  '2026-01-01T00:00:00.000Z_abc',
  `2026-01-01T00:00:00.000Z_${'-'.repeat(36)}`,
  `2026-02-31T00:00:00.000Z_${id}`,
  `2026-01-01T25:61:00.000Z_${id}`,
  `0001-01-01T00:00:00.000Z_${id}`,
  `9999-01-01T00:00:00.000Z_${id}`,
  `-000001-01-01T00:00:00.000Z_${id}`,
  `2026-01-01T00:00:00.000Z_${id}'; drop`,
])('a cursor that nobody wrote is none: %s', (asked) => {
  expect(cursorOf(asked)).toBeUndefined()
})
