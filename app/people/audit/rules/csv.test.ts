import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell, csvFile } from './csv.ts'

test.each(['=1+1', '+31', '-2', '@SUM(A1)', '\tx', '\rx'])('%j is text, never a formula', (value) => {
  expect(csvCell(value)).toBe(`"'${value}"`)
})

test('quotes are doubled and the file opens in Dutch spreadsheets', () => {
  expect(csvFile(['a', 'b'], [['zei "ja"', '1;2']])).toBe('\ufeff"a";"b"\r\n"zei ""ja""";"1;2"\r\n')
})

test('whatever is in a cell, it stays one cell that is no formula', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const inside = csvCell(value).slice(1, -1)
      expect(inside.replaceAll('""', '')).not.toContain('"')
      expect(inside).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})
