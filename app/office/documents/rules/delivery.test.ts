import { expect, test } from 'vitest'
import { minutesUntilNext, stateOf } from './delivery.ts'

test('each wait is longer than the one before, until it is given up', () => {
  const waits: number[] = []
  for (let attempts = 1; minutesUntilNext(attempts) !== null; attempts += 1)
    waits.push(minutesUntilNext(attempts) ?? 0)
  expect(waits.length).toBeGreaterThan(3)
  expect(waits).toEqual([...new Set(waits)].sort((a, b) => a - b))
})

test('a letter without a try is on its way; else its last try tells', () => {
  const at = new Date('2026-11-24T09:00:00Z')
  expect(stateOf([])).toEqual({ kind: 'queued' })
  expect(
    stateOf([
      { outcome: 'postponed', why: 'unreachable', at },
      { outcome: 'sent', why: '', at },
    ]),
  ).toEqual({ kind: 'sent', why: '', at })
})
