import { expect, test } from 'vitest'
import { type Happened, stageOf } from './state.ts'

const nothing: Happened = { triage: null, hasIntakePlan: false, hasReport: false, hasTalk: false }

test('a referral goes from received to decided by what happens', () => {
  const path: Partial<Happened>[] = [
    {},
    { triage: 'waiting-list' },
    { triage: 'waiting-list', hasIntakePlan: true },
    { triage: 'waiting-list', hasIntakePlan: true, hasReport: true },
    { triage: 'waiting-list', hasReport: true, hasTalk: true },
  ]
  expect(path.map((step) => stageOf({ ...nothing, ...step }))).toEqual([
    'received',
    'waiting',
    'intake-planned',
    'intake-held',
    'decided',
  ])
})

test('a redirect and a consultation end the path at triage', () => {
  expect(stageOf({ ...nothing, triage: 'redirect' })).toBe('redirected')
  expect(stageOf({ ...nothing, triage: 'consultation' })).toBe('consulted')
})
