import { expect, test } from 'vitest'
import { startPasswordFrom } from './start-password.ts'

const bytes = (fill: number) => new Uint8Array(32).fill(fill)

test('a start password is three times four letters that nobody confuses', () => {
  expect(startPasswordFrom(bytes(7))).toMatch(/^([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/)
})

test('the same bytes give the same one, others another', () => {
  expect(startPasswordFrom(bytes(7))).toBe(startPasswordFrom(bytes(7)))
  expect(startPasswordFrom(bytes(7))).not.toBe(startPasswordFrom(bytes(8)))
})
