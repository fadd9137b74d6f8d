import Papa from 'papaparse'
import { decode } from '../rules/encoding.ts'
import { kindOfFile } from '../rules/file-kind.ts'
import { cellText, type Line, mostColumns, mostLines, Refused, type Table, tableOf } from '../rules/table.ts'
import { readWorkbook } from './workbook.ts'

/** Reads a file, whatever program made it. `recognise` counts the headings in a line. Throws Refused with the reason. */
export async function readTable(bytes: Uint8Array, recognise: (cells: string[]) => number): Promise<Table> {
  const sheet = kindOfFile(bytes) === 'zip' ? await readWorkbook(bytes) : readDelimited(decode(bytes))
  return tableOf(sheet, recognise)
}

// The separator is the one that gives the most even lines; Excel may name it in a first line "sep=;".
function readDelimited(text: string): Line[] {
  const named = /^sep=(.)\r?\n/.exec(text)
  const { data } = Papa.parse<string[]>(named ? text.slice(named[0].length) : text, {
    delimiter: named?.[1] ?? '',
    delimitersToGuess: [';', ',', '\t', '|'],
    // Stops here, so that a million lines never stand in memory.
    preview: mostLines + 12,
  })
  if (data.length > mostLines + 11) throw new Refused('too-many-lines')
  if (data.some((cells) => cells.length > mostColumns)) throw new Refused('too-many-columns')
  if (!data.some((cells) => cells.length > 1)) throw new Refused(text.trim() === '' ? 'empty' : 'not-a-table')
  return data.map((cells, index) => ({ line: index + (named ? 2 : 1), cells: cells.map(cellText) }))
}
