import { expect, test } from 'vitest'
import type { Day } from '../../../core/day.ts'
import { consequenceOf, talkOutcomes } from './consequence.ts'
import { type Happened, isMissed, stageOf } from './state.ts'

const today = '2026-11-24' as Day
const [before, after] = ['2026-11-23', '2026-11-25'] as [Day, Day]
const nothing: Happened = {
  triage: null,
  intakePlannedOn: null,
  intakeHeldOn: null,
  hasReport: false,
  talk: null,
}
const stage = (happened: Partial<Happened>) => stageOf({ ...nothing, ...happened }, today)

test('a referral goes from received to decided by what happens', () => {
  const triage = 'waiting-list'
  expect(stage({})).toBe('received')
  expect(stage({ triage })).toBe('waiting')
  expect(stage({ triage, intakePlannedOn: after })).toBe('intake-planned')
  expect(stage({ triage, intakePlannedOn: before, intakeHeldOn: before, hasReport: true })).toBe(
    'intake-held',
  )
  expect(stage({ triage, intakeHeldOn: before, hasReport: true, talk: 'in-care' })).toBe('decided')
})

test('a redirect and a consultation end the path at triage', () => {
  expect(stage({ triage: 'redirect' })).toBe('redirected')
  expect(stage({ triage: 'consultation' })).toBe('consulted')
})

test('a planned intake is missed when its day has passed and nobody wrote that it was held', () => {
  const triage = 'waiting-list'
  expect(stage({ triage, intakePlannedOn: today })).toBe('intake-planned')
  expect(stage({ triage, intakePlannedOn: before })).toBe('intake-missed')
  expect(stage({ triage, intakePlannedOn: before, intakeHeldOn: before })).toBe('intake-planned')
  expect(isMissed({ intakePlannedOn: null, intakeHeldOn: null }, today)).toBe(false)
})

test('who wants no care now is kept in touch; any other outcome decides', () => {
  const stages = talkOutcomes.map((talk) => [talk, stage({ triage: 'waiting-list', talk })])
  expect(Object.fromEntries(stages)).toEqual({
    'in-care': 'decided',
    temporary: 'decided',
    consultation: 'decided',
    elsewhere: 'decided',
    'not-now': 'kept-in-touch',
  })
  expect(talkOutcomes.filter((talk) => consequenceOf(talk) === 'starts-care')).toEqual([
    'in-care',
    'temporary',
  ])
  expect(talkOutcomes.filter((talk) => consequenceOf(talk) === 'ends')).toEqual(['consultation', 'elsewhere'])
})
