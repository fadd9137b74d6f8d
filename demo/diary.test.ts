import { expect, test } from 'vitest'
import type { Day } from '../app/core/day.ts'
import type { PersonId } from '../app/core/id.ts'
import { makeChance } from './chance.ts'
import { diaryFrom } from './diary.ts'
import { namesBy } from './names.ts'

test('nobody is in two places, and a full diary says so', () => {
  const diary = diaryFrom('2026-11-23' as Day)
  const mine = Array.from({ length: 61 }, () => diary('mine' as PersonId))
  const hours = mine.slice(0, 60).map((one) => one && `${one.day} ${one.time}`)
  expect(new Set(hours).size).toBe(60)
  expect(new Set(mine.slice(0, 10).map((one) => one?.day)).size).toBe(10)
  expect(mine[60]).toBeUndefined()
})

test('nobody in the region has the name of another', () => {
  const next = namesBy(makeChance(1))
  const names = Array.from({ length: 1000 }, next)
  const whole = names.map(({ givenName, infix, familyName }) => [givenName, infix, familyName].join(' '))
  expect(new Set(whole).size).toBe(1000)
  expect(names.slice(0, 100).map(({ givenName }) => givenName)).toHaveLength(
    new Set(names.slice(0, 100).map(({ givenName }) => givenName)).size,
  )
})
