import { expect, test } from 'vitest'
import { openTestDatabase } from '../tests/support/database.ts'
import { tellRegion } from './region.ts'

test('the region is told through the doors', async () => {
  const database = await openTestDatabase()
  const t = Date.now()
  await tellRegion(database, 'a secret for tests of more than thirty characters', {
    fraction: 1 / 20,
    progress: (team, told, of) => console.log(team, told, of, Date.now() - t),
  })
  expect(true).toBe(true)
}, 240000)
