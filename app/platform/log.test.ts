import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { log } from './log.ts'

const lines: string[] = []
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((line: string) => lines.push(line))
})
afterEach(() => {
  vi.restoreAllMocks()
  lines.length = 0
})

test('a failure is told without its message, which may quote what a person typed', () => {
  const cause = Object.assign(new Error('invalid input syntax for type date: "Noor uit Assen"'), {
    code: '22007',
  })
  const reference = log.failure(new Error('Noor could not be saved', { cause }))
  expect(lines[0]).not.toContain('Noor')
  const told = JSON.parse(lines[0] ?? '')
  expect(told).toMatchObject({ kind: 'failure', reference, causes: [{ name: 'Error' }, { code: '22007' }] })
  expect(told.causes[0].frames[0]).toContain('log.test.ts')
})

test('what is thrown and no error, or its own cause, is told all the same', () => {
  const circle = new Error('round')
  circle.cause = circle
  for (const thrown of ['text', null, 42, circle]) expect(log.failure(thrown)).toMatch(/^[0-9a-f]{8}$/)
  expect(lines).toHaveLength(4)
})
