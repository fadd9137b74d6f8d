import { parseBsn } from '../../../core/bsn.ts'
import { type Day, writeDay } from '../../../core/day.ts'
import { readDay } from '../../../office/imports/door.ts'

const days = ['birthDate', 'received', 'careFrom', 'phaseOn', 'leftOn']

/** How a cell is shown: a BSN, in whichever column, only by its last three digits; a day as it is read, whatever was typed. */
export function shownCell(field: string, cell: string): string {
  if (cell !== '' && (field === 'bsn' || parseBsn(cell))) return `•••••• ${cell.replace(/\D/g, '').slice(-3)}`
  const read = days.includes(field) ? readDay(cell) : null
  if (read && 'day' in read) return writeDay(read.day)
  return /^\d{4}-\d{2}-\d{2}$/.test(cell) ? writeDay(cell as Day) : cell
}
