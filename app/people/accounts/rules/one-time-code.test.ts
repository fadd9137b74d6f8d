import { expect, test } from 'vitest'
import { codeAt, stepOf, stepOfCode } from './one-time-code.ts'

// RFC 6238 appendix B, SHA-1; the last six of its eight digits.
const secret = '12345678901234567890'
const vectors: [string, string][] = [
  ['1970-01-01T00:00:59Z', '287082'],
  ['2005-03-18T01:58:29Z', '081804'],
  ['2005-03-18T01:58:31Z', '050471'],
  ['2009-02-13T23:31:30Z', '005924'],
  ['2033-05-18T03:33:20Z', '279037'],
  ['2603-10-11T11:33:20Z', '353130'],
]

test('the codes of RFC 6238', () => {
  for (const [moment, code] of vectors) expect(codeAt(secret, stepOf(new Date(moment)))).toBe(code)
})

test('a code is known around its own moment only', () => {
  const moment = new Date('2026-11-24T10:00:10Z')
  const code = codeAt(secret, stepOf(moment))
  expect(stepOfCode(secret, code, moment)).toBe(stepOf(moment))
  expect(stepOfCode(secret, code, new Date(moment.getTime() + 45_000))).toBe(stepOf(moment))
  expect(stepOfCode(secret, code, new Date(moment.getTime() + 120_000))).toBeNull()
})
