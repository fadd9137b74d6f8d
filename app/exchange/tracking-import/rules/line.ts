import type { z } from 'zod'
import type { Bsn } from '../../../core/bsn.ts'
import type { Day } from '../../../core/day.ts'
import { bsn, email, phone, postcode, text } from '../../../core/fields.ts'
import type { DayRead, Problem } from '../../../office/imports/door.ts'
import type { Destination } from '../../../path/care/door.ts'
import { isDestination, type Status, statuses } from './codes.ts'
import { type CodedField, type Field, partsOf } from './fields.ts'

/** What is needed to read a line: which column is which field, what its values mean, and how a day and a flaw are read. */
export type Reading = {
  columns: readonly string[]
  codes: ReadonlyMap<string, string>
  today: Day
  readDay: (text: string) => DayRead
  flawOf: (cell: string) => 'formula' | 'error' | null
}

/** The key of a value in a reading's codes. */
export function codeKey(field: CodedField, value: string): string {
  return `${field}\n${value}`
}

/** The cells of one line, read field by field; what cannot be read becomes a problem with its column. */
export class LineReader {
  readonly problems: Problem[] = []
  private readonly reading: Reading
  private readonly cells: readonly string[]

  constructor(reading: Reading, cells: readonly string[]) {
    this.reading = reading
    this.cells = cells
  }

  column(field: Field): number | null {
    const at = this.reading.columns.indexOf(field)
    return at < 0 ? null : at
  }

  note(field: Field | null, code: string, weight: Problem['weight']): void {
    const column = field && this.column(field)
    if (this.problems.some((problem) => problem.column === column && problem.code === code)) return
    this.problems.push({ column, code, weight })
  }

  /** What was taken for a day that the line does not give. */
  took(field: Field | null, code: string, day: Day): void {
    this.problems.push({ column: field && this.column(field), code, weight: 'note', day })
  }

  /** The cell of a field; '' without one, or with a flaw. A formula without result stops the line: nobody knows what it says. */
  cell(field: Field, weight: Problem['weight'] = 'without'): string {
    const column = this.column(field)
    const cell = column === null ? '' : (this.cells[column] ?? '')
    const flaw = this.reading.flawOf(cell)
    if (flaw) this.note(field, flaw, flaw === 'formula' ? 'stop' : weight)
    return flaw ? '' : cell
  }

  private parsed<T>(field: Field, schema: z.ZodType<T>, cell: string): T | null {
    const result = schema.safeParse(cell)
    if (result.success) return result.data
    this.note(field, result.error.issues[0]?.message ?? 'not-readable', 'without')
    return null
  }

  text(field: Field, max: number): string {
    return this.parsed(field, text(max), this.cell(field)) ?? ''
  }

  /** A number that a spreadsheet took for an amount lost its first zero: 612345678. */
  phone(): string {
    const cell = this.cell('phone').replace(/[./]/g, ' ')
    return this.parsed('phone', phone(), /^[1-9]\d{8}$/.test(cell) ? `0${cell}` : cell) ?? ''
  }

  email(): string {
    return this.parsed('email', email(), this.cell('email')) ?? ''
  }

  postcode(): string {
    return this.parsed('postcode', postcode(), this.cell('postcode')) ?? ''
  }

  bsn(): Bsn | null {
    const cell = this.cell('bsn')
    return this.parsed('bsn', bsn(), /^\d{7,8}$/.test(cell) ? cell.padStart(9, '0') : cell)
  }

  day(field: Field, weight: Problem['weight']): Day | null {
    const cell = this.cell(field, weight)
    if (cell === '') return null
    const read = this.reading.readDay(cell)
    if ('day' in read) return read.day
    this.note(field, read.problem, weight)
    return null
  }

  /** The codes of a cell; a value without a meaning is named. */
  codes(field: CodedField, weight: Problem['weight'] = 'without'): string[] {
    const codes = partsOf(field, this.cell(field, weight)).map(
      (value) => this.reading.codes.get(codeKey(field, value)) ?? '',
    )
    if (codes.includes('')) this.note(field, 'not-recognised', weight)
    return [...new Set(codes.filter((code) => code !== ''))]
  }

  /** The status of a line; "died" is a way to have left. */
  status(): Status | null {
    const [code] = this.codes('status', 'stop')
    if (code === 'died') return 'left'
    return statuses.find((status) => status === code) ?? null
  }

  /** Whether the line says, as status or as destination, that the person died. */
  died(): boolean {
    return this.codes('status', 'stop').includes('died') || this.destination() === 'died'
  }

  destination(): Destination {
    const [code = ''] = this.codes('destination')
    return isDestination(code) ? code : 'other'
  }
}
