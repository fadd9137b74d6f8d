/** Most lines of one file; more is refused before it is read. */
export const mostLines = 20_000
/** Most columns of one file. */
export const mostColumns = 100
/** Most characters that count of one cell. */
const mostCharacters = 4000

/** A line of a table: its number in the file, as the program that made it counts, and its cells as text. */
export type Line = { line: number; cells: string[] }

/** The lines of one sheet of a workbook, and the names of all: the one that was read first. A plain file has no names. */
export type ReadSheet = { sheets: string[]; lines: Line[] }

/** What a file holds: the headings of its columns, and the lines under them that are not empty. */
export type Table = { headings: string[]; lines: Line[] }

/** Why a file cannot be read; each has its sentence in texts. */
export type Refusal =
  | 'no-file'
  | 'empty'
  | 'no-lines'
  | 'old-excel'
  | 'other-program'
  | 'web-page'
  | 'not-a-table'
  | 'damaged'
  | 'too-big-inside'
  | 'too-many-lines'
  | 'too-many-columns'
  | 'no-such-sheet'

/** A file that cannot be read, and why. */
export class Refused extends Error {
  override name = 'Refused'
  readonly code: Refusal
  constructor(code: Refusal) {
    super(code)
    this.code = code
  }
}

// From the private use area: no keyboard and no program writes these.
const signs = { formula: '\uE000', error: '\uE001' } as const

/** What is wrong with a cell before anybody asked what it means. */
export type Flaw = keyof typeof signs

/** The text that stands for a cell with a flaw. */
export function flawed(flaw: Flaw): string {
  return signs[flaw]
}

/** The flaw of a cell, or null. */
export function flawOf(cell: string): Flaw | null {
  if (cell === signs.formula) return 'formula'
  return cell === signs.error ? 'error' : null
}

/** A value out of a spreadsheet as text: a day as jjjj-mm-dd, a number without grouping, yes and no as ja and nee. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? flawed('error') : value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  return String(value)
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .trim()
    .slice(0, mostCharacters)
}

/**
 * Finds the headings among the first ten lines: the line with most headings that are recognised, else the first that is
 * not empty; a title above the table is passed over. Throws Refused when nothing is left.
 */
export function tableOf(sheet: Line[], recognise: (cells: string[]) => number): Table {
  const filled = sheet.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first] = filled
  if (!first) throw new Refused('empty')
  const best = filled
    .slice(0, 10)
    .map((line) => ({ line, score: recognise(line.cells) }))
    .reduce((a, b) => (b.score > a.score ? b : a), { line: first, score: 1 }).line
  const lines = filled.filter(({ line }) => line > best.line)
  if (lines.length === 0) throw new Refused('no-lines')
  if (lines.length > mostLines) throw new Refused('too-many-lines')
  const width = Math.max(best.cells.length, ...lines.slice(0, 200).map(({ cells }) => cells.length))
  if (width > mostColumns) throw new Refused('too-many-columns')
  return { headings: Array.from({ length: width }, (_, i) => best.cells[i] ?? ''), lines }
}
