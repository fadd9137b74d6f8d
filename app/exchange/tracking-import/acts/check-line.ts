import { type CheckedLine, isBlocked, type Line } from '../../../office/imports/door.ts'
import { sealBsn } from '../../../people/clients/door.ts'
import { mark } from '../../../platform/keys.ts'
import type { Reading } from '../rules/line.ts'
import { nameOf } from '../rules/names.ts'
import { readLine } from '../rules/record.ts'

/** One line as it is kept until it is read in: its record with the BSN sealed, what is compared, and what is wrong. */
export function checkLine(reading: Reading, secret: string, { line, cells }: Line): CheckedLine {
  const { record, bsn, problems } = readLine(reading, cells)
  const sealed = sealBsn(secret, bsn)
  const blocked = isBlocked(problems)
  return {
    line,
    record: blocked ? null : { ...record, bsnCipher: sealed?.cipher.toString('hex') ?? null },
    name: blocked ? null : nameOf(record),
    birthDate: blocked ? null : record.birthDate,
    bsnKey: blocked ? null : (sealed?.key ?? null),
    key: blocked ? null : mark(secret, 'import-line', said(reading, cells)),
    // What was assumed does not matter for a line that stays out.
    problems: blocked ? problems.filter(({ weight }) => weight !== 'note') : problems,
    blocked,
  }
}

// What the line says, whatever the order of its columns: the same line read twice has the same key.
function said({ columns }: Reading, cells: string[]): string {
  const named = columns
    .map((field, i) => [field, cells[i] ?? ''])
    .filter(([field, cell]) => field !== '' && cell !== '')
  return JSON.stringify(named.sort(([a = ''], [b = '']) => a.localeCompare(b)))
}
