import { expect, test } from 'vitest'
import { fleschDouma, sentencesOf, stringsIn } from '../../../tests/support/readability.ts'
import { texts } from './texts.ts'

const { client, own, parts, alsoTried, sections } = texts.nl.looks

test('what a client reads about who looked is easy: short, and Flesch-Douma of at least 70', () => {
  const said = stringsIn([client, own, parts, alsoTried], ['verslagen'])
  expect(fleschDouma(said)).toBeGreaterThanOrEqual(70)
  expect(said.flatMap(sentencesOf).filter((words) => words.length > 15)).toEqual([])
  expect(Object.values(sections).join(' ')).not.toMatch(/dossier|indicatie/)
})
