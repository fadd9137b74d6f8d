import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { readSheet } from 'read-excel-file/node'
import { leanSheet, sheetsIn } from '../rules/sheet.ts'
import { cellText, mostColumns, type ReadSheet, Refused } from '../rules/table.ts'
import { type Packed, packedFiles, plainArchive, type Unpacked } from '../rules/zip.ts'

const inflate = promisify(inflateRaw)
/** Most bytes of a workbook when unpacked: 20,000 lines need about half; a few kB can hold gigabytes of nothing. */
const mostBytes = 64 * 1024 * 1024

/**
 * The lines of the sheet with this name on its tab, or of the first. It is unpacked under a limit and looked at before the
 * reader gets it.
 */
export async function readWorkbook(bytes: Uint8Array, wanted = ''): Promise<ReadSheet> {
  const files = await unpack(packedFiles(bytes))
  const { sheet, at, sheets } = sheetOf(files, wanted)
  const lean = Buffer.from(leanSheet(Buffer.from(sheet.bytes).toString('utf8')))
  const archive = plainArchive(files.map((file) => (file === sheet ? withBytes(file, lean) : file)))
  const rows = await readSheet(archive, at + 1).catch(() => {
    throw new Refused('damaged')
  })
  if (rows.some((row) => row.length > mostColumns)) throw new Refused('too-many-columns')
  return { sheets, lines: rows.map((row, index) => ({ line: index + 1, cells: row.map(cellText) })) }
}

async function unpack(packed: Packed[]): Promise<Unpacked[]> {
  const wanted = packed.filter(({ name }) => /\.xml(\.rels)?$/.test(name))
  if (!wanted.some(({ name }) => name === 'xl/workbook.xml')) throw new Refused('other-program')
  const files: Unpacked[] = []
  let left = mostBytes
  for (const file of wanted) {
    const bytes = await unpackOne(file, left)
    left -= bytes.length
    files.push({ name: file.name, bytes, sum: crc32(bytes) })
  }
  return files
}

async function unpackOne({ method, bytes }: Packed, left: number): Promise<Buffer> {
  if (left <= 0) throw new Refused('too-big-inside')
  if (method === 8) return inflateUnder(bytes, left)
  if (method !== 0) throw new Refused('damaged')
  if (bytes.length > left) throw new Refused('too-big-inside')
  return Buffer.from(bytes)
}

async function inflateUnder(bytes: Uint8Array, left: number): Promise<Buffer> {
  try {
    return await inflate(bytes, { maxOutputLength: left })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw new Refused(code === 'ERR_BUFFER_TOO_LARGE' ? 'too-big-inside' : 'damaged')
  }
}

function sheetOf(files: Unpacked[], wanted: string): { sheet: Unpacked; at: number; sheets: string[] } {
  const text = (name: string) =>
    Buffer.from(files.find((file) => file.name === name)?.bytes ?? []).toString('utf8')
  const found = sheetsIn(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'))
  const at = wanted === '' ? 0 : found.findIndex(({ name }) => nameKey(name) === nameKey(wanted))
  if (at < 0) throw new Refused('no-such-sheet')
  const sheet = files.find(({ name }) => name === found[at]?.path)
  if (!sheet) throw new Refused('damaged')
  const others = found.filter((_, i) => i !== at)
  return { sheet, at, sheets: [...found.slice(at, at + 1), ...others].map(({ name }) => name) }
}

function nameKey(name: string): string {
  return name.trim().toLowerCase()
}

function withBytes(file: Unpacked, bytes: Buffer): Unpacked {
  return { ...file, bytes, sum: crc32(bytes) }
}
