import { parseBsn } from '../../../core/bsn.ts'
import type { FoundValue, Line } from '../../../office/imports/door.ts'
import { isCoded, partsOf } from './fields.ts'

/** Most different values of one column that somebody can be asked to explain. */
const mostValues = 80

/** A column whose values cannot be codes: too many different ones, or numbers that look like a BSN. */
export class NoCodes extends Error {
  override name = 'NoCodes'
  readonly column: number
  constructor(column: number) {
    super('these are no codes')
    this.column = column
  }
}

/** Counts the different values in the columns that hold codes, as long as it is given lines. */
export class ValueCounter {
  private readonly counts = new Map<string, FoundValue>()
  private readonly columns: readonly string[]

  constructor(columns: readonly string[]) {
    this.columns = columns
  }

  /** Throws NoCodes when a column turns out to hold something else. */
  add(line: Line): void {
    this.columns.forEach((field, column) => {
      if (!isCoded(field)) return
      for (const value of partsOf(field, line.cells[column] ?? '')) this.count(field, value, column)
    })
  }

  private count(field: string, value: string, column: number): void {
    const before = this.counts.get(`${field}\n${value}`)
    if (before) {
      before.count += 1
      return
    }
    if (value.length > 120 || parseBsn(value)) throw new NoCodes(column)
    this.counts.set(`${field}\n${value}`, { field, value, count: 1, code: '' })
    if ([...this.counts.values()].filter((found) => found.field === field).length > mostValues)
      throw new NoCodes(column)
  }

  /** Field by field, what is there most first. */
  found(): FoundValue[] {
    return [...this.counts.values()].sort(
      (a, b) => this.columns.indexOf(a.field) - this.columns.indexOf(b.field) || b.count - a.count,
    )
  }
}
