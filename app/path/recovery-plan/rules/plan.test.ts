import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../../core/day.ts'
import { moved, planOf } from './plan.ts'
import type { EntryId, Proposal, ProposalId, Sentence } from './sentence.ts'

const empty = { why: '', recoveryKind: null, lifeArea: null, who: '', dueOn: null }

function sentence(id: string, more: Partial<Sentence> = {}): Sentence {
  return {
    ...empty,
    id: id as EntryId,
    kind: 'goal',
    part: '',
    goalId: null,
    position: 1,
    version: 1,
    body: id,
    at: new Date('2026-11-01T10:00:00Z'),
    ending: null,
    remarks: [],
    talk: null,
    ...more,
  }
}

function proposal(id: string, more: Partial<Proposal>): Proposal {
  return {
    ...empty,
    id: id as ProposalId,
    entryId: null,
    baseVersion: null,
    kind: 'step',
    part: '',
    goalId: null,
    outcome: null,
    reason: '',
    body: id,
    by: 'Ada',
    organisation: 'GGZ',
    isMine: false,
    at: new Date('2026-11-02T10:00:00Z'),
    ...more,
  }
}

const ended = (endedOn: string, outcome: 'reached' | 'removed' = 'reached') => ({
  ending: { outcome, words: '', endedOn: endedOn as Day },
})

test('goals stand in the client’s order, each with its own steps and what is proposed for them', () => {
  const [one, two] = [sentence('one', { position: 2 }), sentence('two', { position: 1 })]
  const step = sentence('step', { kind: 'step', goalId: one.id })
  const plan = planOf(
    [step, one, two],
    [proposal('new', { goalId: one.id }), proposal('other', { entryId: step.id })],
  )
  expect(plan.goals.map(({ goal }) => goal.id)).toEqual(['two', 'one'])
  expect(plan.goals[1]?.steps.map(({ id }) => id)).toEqual(['step'])
  expect(plan.goals[1]?.proposals.map(({ id }) => id)).toEqual(['new', 'other'])
  expect(plan.goals[0]?.proposals).toEqual([])
})

test('what ended stays, the last first; what was taken out is gone', () => {
  const plan = planOf(
    [
      sentence('a', ended('2026-01-01')),
      sentence('b', ended('2026-05-01')),
      sentence('c', ended('2026-06-01', 'removed')),
    ],
    [],
  )
  expect([plan.goals, plan.ended.map(({ goal }) => goal.id)]).toEqual([[], ['b', 'a']])
})

test('of two answers to one part, of now and of an earlier time, the newest counts', () => {
  const part = { kind: 'words' as const, part: 'who-i-am' }
  const old = sentence('old', { ...part, at: new Date('2021-01-01T10:00:00Z') })
  expect(planOf([sentence('new', part), old], []).answers.get('who-i-am')?.id).toBe('new')
})

test('signs stand by colour and row, without those that ended', () => {
  const sign = (id: string, more = {}) => sentence(id, { kind: 'sign', part: 'red:i-do', ...more })
  const { signs } = planOf([sign('x'), sign('y', ended('2026-01-01'))], [])
  expect(signs.get('red:i-do')?.map(({ id }) => id)).toEqual(['x'])
})

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 8,
}) as fc.Arbitrary<EntryId[]>

test('moving up and down again gives the same order, and loses nobody', () => {
  fc.assert(
    fc.property(ids, fc.nat(), (order, n) => {
      const id = order[n % order.length] as EntryId
      const up = moved(order, id, 'up')
      expect(up === null).toBe(order[0] === id)
      if (up === null) return
      expect(new Set(up)).toEqual(new Set(order))
      expect(moved(up, id, 'down')).toEqual(order)
    }),
  )
})

test('the order in which sentences come does not matter', () => {
  const some = [
    sentence('a', { position: 3 }),
    sentence('b', { position: 1 }),
    sentence('c', { position: 2 }),
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(some, { minLength: 3 }), (shuffled) => {
      expect(planOf(shuffled, []).goals.map(({ goal }) => goal.id)).toEqual(['b', 'c', 'a'])
    }),
  )
})
