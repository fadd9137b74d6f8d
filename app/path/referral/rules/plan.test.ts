import { expect, test } from 'vitest'
import { standingPlan } from './plan.ts'

test('the latest plan stands, and none when it was cancelled: the one before does not come back', () => {
  const [first, second] = [{ cancellation: null }, { cancellation: { reason: 'ziek' } }]
  expect(standingPlan([first, second])).toBe(first)
  expect(standingPlan([second, first])).toBeNull()
  expect(standingPlan([])).toBeNull()
})
