import { expect, test } from 'vitest'
import { fleschDouma, sentencesOf, stringsIn, syllablesOf } from '../../../tests/support/readability.ts'
import { texts } from './texts.ts'

const filled = ['Noor', 'bellen', 3]
const strings = stringsIn(texts.nl, filled)
const sentences = strings.filter((text) => /[.?!]$/.test(text))

test.each([
  ['kat', 1],
  ['mijn', 1],
  ['bekijken', 3],
  ['ideeën', 3],
  ['buurthuis', 2],
  ['leeuw', 1],
])('%s has %i syllables', (word, count) => {
  expect(syllablesOf(word)).toBe(count)
})

test('a hard text scores low and an easy one high', () => {
  expect(fleschDouma(['De implementatie van zorgafstemmingsprocedures.'])).toBeLessThan(0)
  expect(fleschDouma(['De kat zit op de mat.'])).toBeGreaterThan(100)
})

test('no sentence of the portal is longer than fifteen words', () => {
  const long = strings.flatMap(sentencesOf).filter((words) => words.length > 15)
  expect(long.map((words) => words.join(' '))).toEqual([])
})

test('the portal reads easily: Flesch-Douma of at least 70', () => {
  expect(sentences.length).toBeGreaterThan(30)
  expect(fleschDouma(sentences)).toBeGreaterThanOrEqual(70)
  expect(fleschDouma(strings)).toBeGreaterThanOrEqual(70)
})

test('the portal says "je", never "u"', () => {
  expect(strings.filter((text) => /\b(u|uw)\b/i.test(text))).toEqual([])
})
