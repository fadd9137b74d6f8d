import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groundOf, type Situation, type Word, wordThatCounts } from './truth.ts'

const colleague: Situation = {
  limit: { relation: true, referral: true, consent: true, emergency: true },
  circle: 'team',
  signed: true,
  isSelf: false,
  inTeam: true,
  referred: false,
  represents: false,
  closed: false,
  words: [],
  emergency: false,
}
const yes = (party: Word['party']): Word => ({ party, allows: true })
const no = (party: Word['party']): Word => ({ party, allows: false })

const word = fc.record({
  party: fc.constantFrom('person' as const, 'team' as const, 'organisation' as const),
  allows: fc.boolean(),
})
const situation: fc.Arbitrary<Situation> = fc.record({
  limit: fc.record({
    relation: fc.boolean(),
    referral: fc.boolean(),
    consent: fc.boolean(),
    emergency: fc.boolean(),
  }),
  circle: fc.constantFrom(...(['team', 'self', 'represented', 'named', 'any'] as const)),
  signed: fc.boolean(),
  isSelf: fc.boolean(),
  inTeam: fc.boolean(),
  referred: fc.boolean(),
  represents: fc.boolean(),
  closed: fc.boolean(),
  words: fc.array(word, { maxLength: 4 }),
  emergency: fc.boolean(),
})
const ofOthers = situation.filter(({ circle }) => circle !== 'self' && circle !== 'any')

describe('the word that counts', () => {
  test('a person before a team before an organisation', () => {
    expect(wordThatCounts([no('organisation'), no('team'), yes('person')])).toEqual(yes('person'))
    expect(wordThatCounts([yes('organisation'), no('team')])).toEqual(no('team'))
    expect(wordThatCounts([])).toBeNull()
  })

  test('at one level a refusal beats a grant, whatever came first', () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const counts = wordThatCounts(words)
        expect(wordThatCounts([...words].reverse())).toEqual(counts)
        const level = words.filter((one) => one.party === counts?.party)
        expect(counts?.allows ?? null).toBe(counts ? level.every((one) => one.allows) : null)
      }),
    )
  })
})

describe('the order of grounds', () => {
  test('a colleague in the team sees by law', () => {
    expect(groundOf(colleague)).toBe('relation')
    expect(groundOf({ ...colleague, inTeam: false })).toBeNull()
    expect(groundOf({ ...colleague, inTeam: false, referred: true })).toBe('referral')
  })

  test('without an agreement nobody employed sees anything, also not with consent or in an emergency', () => {
    fc.assert(
      fc.property(ofOthers, (one) => {
        expect(groundOf({ ...one, signed: false })).toBeNull()
      }),
    )
  })

  test('a shield goes above consent and law', () => {
    fc.assert(
      fc.property(ofOthers, (one) => {
        const shielded = { ...one, words: [no('person'), ...one.words], emergency: false }
        expect(groundOf(shielded)).toBeNull()
      }),
    )
  })

  test('a shield against one person holds in an emergency; one against an organisation does not', () => {
    const urgent = { ...colleague, emergency: true }
    expect(groundOf({ ...urgent, words: [no('person')] })).toBeNull()
    expect(groundOf({ ...urgent, words: [no('organisation')] })).toBe('emergency')
  })

  test('after death and a refusal, nobody outside the treatment sees anything', () => {
    fc.assert(
      fc.property(situation, fc.constantFrom('named' as const, 'represented' as const), (one, circle) => {
        expect(groundOf({ ...one, circle, closed: true })).toBeNull()
      }),
    )
  })

  test('consent opens nothing to who is outside the circle', () => {
    const outside = { ...colleague, inTeam: false, words: [yes('organisation')] }
    expect(groundOf(outside)).toBeNull()
    expect(groundOf({ ...outside, circle: 'named' })).toBe('consent')
  })

  test('a supporter without a ground in law sees by consent alone', () => {
    const limit = { ...colleague.limit, relation: false, emergency: false }
    expect(groundOf({ ...colleague, limit })).toBeNull()
    expect(groundOf({ ...colleague, limit, words: [yes('organisation')] })).toBe('consent')
  })

  test('the function has the last word: without a limit there is no sight', () => {
    const limit = { relation: false, referral: false, consent: false, emergency: false }
    fc.assert(
      fc.property(situation, (one) => {
        expect(groundOf({ ...one, limit })).toBeNull()
      }),
    )
  })

  test('nobody takes the own dossier from a client', () => {
    fc.assert(
      fc.property(situation, (one) => {
        const self = {
          ...one,
          circle: 'self' as const,
          isSelf: true,
          limit: { ...one.limit, relation: true },
        }
        expect(groundOf(self)).toBe('relation')
      }),
    )
  })
})
