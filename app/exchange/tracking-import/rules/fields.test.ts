import { expect, test } from 'vitest'
import { recognise } from '../../../office/imports/door.ts'
import { choicesIn, codesIn, columnsIn } from './answers.ts'
import { codesOf } from './codes.ts'
import { columnsProblem, fieldCodes, fields, partsOf } from './fields.ts'
import { ValueCounter } from './found.ts'
import { splitName, splitStreet } from './names.ts'
import { templateRows } from './template.ts'

const around = {
  organisations: [
    { id: 'o1', name: 'GGZ Drenthe' },
    { id: 'o2', name: 'Stichting Cosis' },
  ],
  workers: [{ personId: 'p1', name: 'Anke de Boer', function: 'SPV' }],
}

test('every field has a heading, and no heading has two fields', () => {
  expect(fields.map(({ code }) => code).sort()).toEqual([...fieldCodes].sort())
  const names = fields.flatMap((field) => field.names.map((name) => name.toLowerCase()))
  expect(new Set(names).size).toBe(names.length)
})

test.each([
  ['Geb. dd', 'birthDate'],
  ['Binnengekomen dd', 'received'],
  ['Familie naam', 'familyName'],
])('%s is recognised as %s', (heading, field) => {
  expect(recognise(heading, fields)).toBe(field)
})

test('a choice of columns needs the family name, and each field once', () => {
  expect(columnsProblem(['', 'givenName'])).toBe('no-name')
  expect(columnsProblem(['name', 'phone', 'phone'])).toBe('field-twice')
  expect(columnsProblem(['familyName', '', ''])).toBeNull()
})

test('organisations in one cell are taken apart, other values are not', () => {
  expect(partsOf('organisations', 'GGZ, VNN en Cosis/ Sedna')).toEqual(['GGZ', 'VNN', 'Cosis', 'Sedna'])
  expect(partsOf('status', 'in zorg, vrijwillig')).toEqual(['in zorg, vrijwillig'])
})

test('a worker is known by other ways of writing the name, an organisation by its short name', () => {
  const names = (field: 'lead' | 'organisations') => codesOf(field, around).map((known) => known.names)
  expect(names('lead')[0]).toEqual([
    'Anke de Boer',
    'A de Boer',
    'de Boer',
    'Boer Anke de',
    'Boer A de',
    'Boer',
  ])
  expect(names('organisations')).toEqual([
    ['GGZ Drenthe', 'GGZ'],
    ['Stichting Cosis', 'Cosis'],
  ])
})

test('a name in one cell is taken apart', () => {
  const cases = {
    'Jansen, Piet': ['Piet', '', 'Jansen'],
    'Boer, Anke de': ['Anke', 'de', 'Boer'],
    'van den Berg, K.': ['K.', 'van den', 'Berg'],
    'Anke van der Veen-Smit': ['Anke', 'van der', 'Veen-Smit'],
    'Piet Jan Jansen': ['Piet Jan', '', 'Jansen'],
    'de Wit': ['', 'de', 'Wit'],
    Jansen: ['', '', 'Jansen'],
    Van: ['', '', 'Van'],
    '': ['', '', ''],
  }
  const found = Object.keys(cases).map((text) => Object.values(splitName(text)))
  expect(found).toEqual(Object.values(cases))
})

test('a number at the end of a street is the house number, unless it has its own column', () => {
  expect(splitStreet('Brink 12a', '')).toEqual({ street: 'Brink', houseNumber: '12a' })
  expect(splitStreet('Laan van 1940', '3')).toEqual({ street: 'Laan van 1940', houseNumber: '3' })
  expect(splitStreet('Dorpsstraat', '')).toEqual({ street: 'Dorpsstraat', houseNumber: '' })
  const story = `${'Bij de buren. '.repeat(25)}Brink 12`
  expect(splitStreet(story, '')).toEqual({ street: story, houseNumber: '' })
})

test('different values are counted; a column that holds something else is refused', () => {
  const counter = new ValueCounter(['familyName', 'status'])
  for (const status of ['zorg', 'wl', 'zorg', '']) counter.add({ line: 2, cells: ['V', status] })
  expect(counter.found().map(({ value, count }) => [value, count])).toEqual([
    ['zorg', 2],
    ['wl', 1],
  ])
  expect(() => counter.add({ line: 3, cells: ['V', '999990019'] })).toThrow('no codes')
  const many = new ValueCounter(['status'])
  expect(() => Array.from({ length: 90 }, (_, i) => many.add({ line: i, cells: [`w${i}`] }))).toThrow(
    'no codes',
  )
})

test('of what a form sends only what exists counts', () => {
  expect(columnsIn({ 'kolom-0': 'familyName', 'kolom-1': 'password', 'kolom-9': 'phone' }, 3)).toEqual([
    'familyName',
    '',
    '',
  ])
  const found = [{ field: 'status', value: 'zorg', count: 1, code: '' }]
  expect(codesIn({ 'waarde-0': 'care' }, found, around)[0]?.code).toBe('care')
  expect(codesIn({ 'waarde-0': 'gp' }, found, around)[0]?.code).toBe('')
  const id = '01890000-0000-7000-8000-000000000001'
  expect(
    choicesIn({
      'keuze-3': 'new',
      'keuze-4': `same:${id}`,
      'keuze-5': 'same:x',
      'keuze-6': 'merge',
      stap: 'kiezen',
    }),
  ).toEqual([
    { line: 3, choice: 'new', sameAs: null },
    { line: 4, choice: 'same', sameAs: id },
  ])
})

test('the template has a heading for each field but the joined name', () => {
  const [headings = [], example = []] = templateRows()
  expect(headings).toHaveLength(fieldCodes.length - 1)
  expect(example).toHaveLength(headings.length)
})
