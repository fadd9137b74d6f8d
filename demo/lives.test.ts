import { expect, test } from 'vitest'
import { addDays, type Day } from '../app/core/day.ts'
import { makeChance } from './chance.ts'
import { type Life, livesOf } from './lives.ts'
import { plans } from './plans.ts'

const last = '2026-11-23' as Day

function livesIn(slug: string): Life[] {
  const plan = plans.find((x) => x.slug === slug)
  if (!plan) throw new Error(`no team ${slug}`)
  return livesOf(plan, makeChance(1), last)
}

function stays(lives: Life[]): Life[] {
  return lives.filter((life) => life.state === 'care' || life.state === 'aftercare')
}

function withCarer(lives: Life[], carer: string): number {
  return stays(lives).filter((life) => life.organisations.some((x) => x === carer)).length
}

// The figures of the third practice evaluation, March 2020 (E 4.2-4.6).
test.each([
  { slug: 'assen', care: 188, waiting: 17, ggz: 166, cosis: 27, vnn: 21, welfare: 0 },
  { slug: 'hoogeveen', care: 190, waiting: 15, ggz: 186, cosis: 34, vnn: 12, welfare: 5 },
  { slug: 'emmen', care: 115, waiting: 26, ggz: 80, cosis: 31, vnn: 30, welfare: 26 },
  { slug: 'midden-drenthe', care: 50, waiting: 4, ggz: 45, cosis: 14, vnn: 3, welfare: 0 },
])('the lives of $slug count up to the source', ({ slug, care, waiting, ...carers }) => {
  const lives = livesIn(slug)
  expect(stays(lives)).toHaveLength(care)
  expect(lives.filter((life) => life.state === 'waiting')).toHaveLength(waiting)
  for (const [carer, people] of Object.entries(carers)) expect(withCarer(lives, carer), carer).toBe(people)
})

test('in Assen 21 people are shared, 7 are in aftercare, and 25 were referred in the last half year', () => {
  const lives = livesIn('assen')
  expect(stays(lives).filter((life) => life.organisations.length > 1)).toHaveLength(21)
  expect(lives.filter((life) => life.state === 'aftercare')).toHaveLength(7)
  const recent = lives.filter((life) => life.receivedOn > addDays(last, -182))
  expect(recent).toHaveLength(25)
  expect(recent.filter((life) => life.source === 'gp')).toHaveLength(7)
})
