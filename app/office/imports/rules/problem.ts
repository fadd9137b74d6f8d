import type { Day } from '../../../core/day.ts'

/**
 * What is wrong with one cell: its column (counted from 0, null is the whole line), a code, and what that means for the
 * line: stop (cannot be read in), without (read in without this value) or note (read in, but look).
 */
export type Problem = {
  column: number | null
  code: string
  weight: 'stop' | 'without' | 'note'
  /** the day that was taken instead of one that is not there */
  day?: Day
}

/** True when a line with these problems cannot be read in. */
export function isBlocked(problems: Problem[]): boolean {
  return problems.some(({ weight }) => weight === 'stop')
}

/** The letter of a column, as a spreadsheet shows it: A, Z, AA. */
export function columnLetter(column: number): string {
  const rest = column % 26
  const letter = String.fromCharCode(65 + rest)
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter
}

/** Text for a spreadsheet: what would start a formula there starts with an apostrophe (OWASP, CSV injection). */
export function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}
