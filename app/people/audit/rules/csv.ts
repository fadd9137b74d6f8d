// A spreadsheet takes a cell that starts like this for a formula (OWASP, CSV injection).
const formula = /^[=+\-@\t\r]/

/** One cell: always quoted, and never a formula. */
export function csvCell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}

/** A file that Dutch spreadsheets open by themselves: semicolons, a byte order mark, lines ending as RFC 4180 has them. */
export function csvFile(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${[heading, ...rows].map((row) => `${row.map(csvCell).join(';')}\r\n`).join('')}`
}
