import Papa from 'papaparse'
import { decode } from '../rules/encoding.ts'
import { kindOfFile } from '../rules/file-kind.ts'
import {
  cellText,
  type Line,
  mostColumns,
  mostLines,
  type ReadSheet,
  Refused,
  type Table,
  tableOf,
} from '../rules/table.ts'
import { readApart } from './read-apart.ts'

/**
 * Reads a file, whatever program made it; of a workbook the sheet of this name, or the first. `recognise` counts the headings
 * in a line. Throws Refused with the reason.
 */
export async function readTable(
  bytes: Uint8Array,
  recognise: (cells: string[]) => number,
  name = '',
): Promise<Table & Pick<ReadSheet, 'sheets'>> {
  if (kindOfFile(bytes) === 'zip') {
    const { sheets, lines } = await readApart(bytes, name)
    return { ...tableOf(lines, recognise), sheets }
  }
  const sheet = readDelimited(decode(bytes))
  const isTable = sheet.some(({ cells }) => cells.length > 1 || cells[0] === '' || recognise(cells) > 0)
  if (!isTable) throw new Refused('not-a-table')
  return { ...tableOf(sheet, recognise), sheets: [] }
}

// Excel may name the separator in a first line "sep=;".
function readDelimited(text: string): Line[] {
  const named = /^sep=(.)\r?\n/.exec(text)
  const body = named ? text.slice(named[0].length) : text
  // The preview stops the reader, so that a million lines never stand in memory.
  const data = split(body, named?.[1] ?? separatorOf(body), mostLines + 12)
  if (data.length > mostLines + 11) throw new Refused('too-many-lines')
  if (data.some((cells) => cells.length > mostColumns)) throw new Refused('too-many-columns')
  return data.map((cells, index) => ({ line: index + (named ? 2 : 1), cells: cells.map(cellText) }))
}

function split(text: string, delimiter: string, preview: number): string[][] {
  return Papa.parse<string[]>(text, { delimiter, preview }).data
}

// The separator that gives most cells in lines as wide as the first.
function separatorOf(text: string): string {
  const head = text.slice(0, 50_000)
  const scores = [';', ',', '\t', '|'].map((delimiter) => {
    const [first = [], ...rest] = split(head, delimiter, 20).filter((cells) => cells.length > 1)
    return {
      delimiter,
      score: [first, ...rest].filter(({ length }) => length === first.length).length * first.length,
    }
  })
  return scores.reduce((a, b) => (b.score > a.score ? b : a)).delimiter
}
