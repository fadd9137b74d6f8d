import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../../core/day.ts'
import { parseForm } from '../../../core/form.ts'
import { consentForm, shieldForm } from './consent-forms.ts'
import { isSameParty, parseParty, writeParty } from './party.ts'
import { byParty } from './standing.ts'

const id = '01988f00-0000-7000-8000-000000000001'
const form = consentForm('2026-11-24' as Day)
const whole = { party: `organisation:${id}`, sections: ['plan'], until: '', givenBy: 'client' }

function errors(result: ReturnType<typeof parseForm>): Record<string, string> {
  return result.ok ? {} : result.state.errors
}

test('a party survives a form, and nothing else passes for one', () => {
  const party = { kind: 'team', id } as const
  expect(parseParty(writeParty(party))).toEqual(party)
  expect(isSameParty(party, { kind: 'person', id })).toBe(false)
  fc.assert(
    fc.property(fc.string(), (text) => {
      const parsed = parseParty(text)
      if (parsed) expect(writeParty(parsed)).toBe(text)
    }),
  )
})

test('one ticked part is enough, and parts that are not there are left out', () => {
  expect(parseForm(form, { ...whole, sections: 'plan' })).toMatchObject({ value: { sections: ['plan'] } })
  expect(parseForm(form, { ...whole, sections: ['list', 'in-confidence', 'crisis'] })).toMatchObject({
    value: { sections: ['crisis'] },
  })
})

test('without a part, a party or a word of somebody it is asked again', () => {
  expect(errors(parseForm(form, { until: '' }))).toMatchObject({ party: 'choose-one', givenBy: 'choose-one' })
  const { sections: _, ...nothing } = whole
  expect(errors(parseForm(form, nothing))).toEqual({ sections: 'choose-sections' })
})

test('a consent ends no earlier than today', () => {
  expect(errors(parseForm(form, { ...whole, until: '23-11-2026' }))).toEqual({ until: 'date-in-past' })
  expect(parseForm(form, { ...whole, until: '24-11-2026' }).ok).toBe(true)
})

test('some parts are to be named; the whole dossier is not', () => {
  const shield = { what: 'shield', party: whole.party, givenBy: 'client' }
  expect(errors(parseForm(shieldForm, { ...shield, how: 'some' }))).toEqual({ sections: 'choose-sections' })
  expect(parseForm(shieldForm, { ...shield, how: 'all' }).ok).toBe(true)
})

test('words stand together by party, in the order they come', () => {
  const word = (place: number, section: string) => ({
    party: { kind: 'organisation', id: `01988f00-0000-7000-8000-00000000000${place}` } as const,
    name: `Zorg ${place}`,
    section,
  })
  const [first, second, third] = [word(1, 'plan'), word(2, 'reports'), word(1, 'crisis')]
  expect(byParty([first, second, third])).toEqual([
    { name: 'Zorg 1', party: first.party, words: [first, third] },
    { name: 'Zorg 2', party: second.party, words: [second] },
  ])
})
