import writeExcelFile from 'write-excel-file/node'
import { harmless } from '../rules/problem.ts'

/** Rows of text as a workbook, the first as headings. Every cell is text, so that nothing in it can run. */
export async function toWorkbook(sheet: string, rows: string[][]): Promise<Buffer> {
  const data = rows.map((cells, i) =>
    cells.map((cell) => ({
      value: harmless(cell),
      type: String,
      ...(i === 0 && { fontWeight: 'bold' as const }),
    })),
  )
  const columns = (rows[0] ?? []).map(() => ({ width: 18 }))
  return writeExcelFile(data, { sheet: sheet.slice(0, 31), columns, stickyRowsCount: 1 }).toBuffer()
}
