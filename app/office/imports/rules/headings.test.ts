import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessFields, plainWords, recognise } from './headings.ts'
import { columnLetter, harmless, isBlocked } from './problem.ts'
import { stageOf } from './stage.ts'
import { cellText, flawed, flawOf, tableOf } from './table.ts'

const known = [
  { code: 'name', names: ['Naam', 'Naam cliënt'] },
  { code: 'referrer', names: ['Naam verwijzer'] },
  { code: 'born', names: ['Geboortedatum', 'Geb datum'] },
] as const

test('headings are recognised whatever their signs and capitals, the longest name first', () => {
  expect(
    ['NAAM CLIENT', ' geb. datum', 'Naam verwijzer:', 'Geboortedatum (dd-mm-jjjj)', 'x', ''].map((text) =>
      recognise(text, known),
    ),
  ).toEqual(['name', 'born', 'referrer', 'born', null, null])
})

test('no field is guessed twice, and what the team chose before goes first', () => {
  expect(guessFields(['Naam', 'Naam cliënt', 'Datum'], known, {})).toEqual(['name', '', ''])
  expect(guessFields(['Naam', 'Datum'], known, { naam: '', datum: 'born', anders: 'weg' })).toEqual([
    '',
    'born',
  ])
  expect(guessFields(['Naam'], known, { naam: 'no-longer-a-field' })).toEqual(['name'])
})

test('plain words of plain words are the same', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(plainWords(plainWords(text))).toBe(plainWords(text))
    }),
  )
})

test('a title above the table is passed over, and lines keep their number', () => {
  const sheet = [
    { line: 1, cells: ['Overzicht 2026', ''] },
    { line: 3, cells: ['Naam', 'Geboortedatum'] },
    { line: 4, cells: ['', ''] },
    { line: 5, cells: ['Jansen', '1-1-1980', 'extra'] },
  ]
  const count = (cells: string[]) => cells.filter((cell) => recognise(cell, known)).length
  expect(tableOf(sheet, count)).toEqual({ headings: ['Naam', 'Geboortedatum', ''], lines: [sheet[3]] })
  expect(() => tableOf(sheet.slice(0, 1), count)).toThrow('no-lines')
  expect(() => tableOf([{ line: 1, cells: ['', ''] }], count)).toThrow('empty')
})

test('values become text', () => {
  expect([null, true, 12.5, new Date('1980-05-14T00:00:00Z'), ' a\u00a0b '].map(cellText)).toEqual([
    '',
    'ja',
    '12.5',
    '1980-05-14',
    'a b',
  ])
  expect([flawOf(flawed('formula')), flawOf(flawed('error')), flawOf('gewoon')]).toEqual([
    'formula',
    'error',
    null,
  ])
})

test('nothing that leaves for a spreadsheet starts a formula', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(harmless(text)).not.toMatch(/^[=+\-@\t\r\n]/)
    }),
  )
  expect(harmless('Gewoon = goed')).toBe('Gewoon = goed')
})

test('columns have the letters of a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

test('a line is blocked by one thing that stops it', () => {
  expect(isBlocked([{ column: 1, code: 'x', weight: 'without' }])).toBe(false)
  expect(
    isBlocked([
      { column: 1, code: 'x', weight: 'note' },
      { column: null, code: 'y', weight: 'stop' },
    ]),
  ).toBe(true)
})

test('an import goes from columns to done by what happens', () => {
  const batch = {
    columns: null as unknown,
    codes: null as unknown,
    lineCount: 2,
    isMatched: false,
    committed: null as unknown,
    undone: null,
  }
  const path = [
    stageOf(batch, 0),
    stageOf({ ...batch, columns: [] }, 0),
    stageOf({ ...batch, columns: [], codes: [] }, 1),
    stageOf({ ...batch, columns: [], codes: [] }, 2),
    stageOf({ ...batch, columns: [], codes: [], isMatched: true }, 2),
    stageOf({ ...batch, committed: {} }, 2),
    stageOf({ ...batch, committed: {}, undone: { finishedAt: null } }, 2),
    stageOf({ ...batch, committed: {}, undone: { finishedAt: '2026-11-24' } }, 2),
  ]
  expect(path).toEqual(['columns', 'codes', 'checking', 'checking', 'preview', 'done', 'undoing', 'undone'])
})
