import { expect, test } from 'vitest'
import { readTable } from './table-file.ts'
import { toWorkbook } from './to-workbook.ts'

test('what looks like a formula leaves as harmless text', async () => {
  const bytes = await toWorkbook('Proef', [
    ['Kop', 'Tweede'],
    ['=cmd|calc', '+31612345678'],
    ['@SUM(A1)', 'gewoon'],
  ])
  const { lines } = await readTable(bytes, () => 0)
  expect(lines.map(({ cells }) => cells)).toEqual([
    ["'=cmd|calc", "'+31612345678"],
    ["'@SUM(A1)", 'gewoon'],
  ])
})
