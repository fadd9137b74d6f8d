import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { flawed } from '../rules/table.ts'
import { packedFiles, plainArchive } from '../rules/zip.ts'
import { readTable } from './table-file.ts'

const none = () => 0
const read = (bytes: Uint8Array) => readTable(bytes, none)
const codeOf = (bytes: Uint8Array) =>
  read(bytes).then(
    () => 'read',
    (error: Error) => error.message,
  )

function workbook(rows: (string | number | boolean | Date | null)[][]): Promise<Buffer> {
  const cells = rows.map((row) =>
    row.map((value) =>
      value instanceof Date ? { value, type: Date, format: 'dd-mm-yyyy' } : { value: value ?? '' },
    ),
  )
  return writeExcelFile(cells).toBuffer()
}

// A workbook with this text as its sheet; whatever the size says, it is packed as it is.
async function withSheet(xml: string): Promise<Buffer> {
  const files = packedFiles(await workbook([['A']])).filter(
    ({ name }) => name.endsWith('.xml') || name.endsWith('.rels'),
  )
  return plainArchive(
    files.map(({ name, method, bytes }) => {
      const plain = method === 8 ? inflateRawSync(bytes) : Buffer.from(bytes)
      const content = name.includes('worksheets/') ? Buffer.from(xml) : plain
      return { name, bytes: content, sum: crc32(content) }
    }),
  )
}

test('semicolons, commas and tabs; quotes with new lines; a first line that names the separator', async () => {
  expect(await read(Buffer.from('a;b\n1;"2\n3"\n'))).toMatchObject({
    headings: ['a', 'b'],
    lines: [{ line: 2, cells: ['1', '2\n3'] }],
  })
  expect((await read(Buffer.from('a,b\n1,2'))).headings).toEqual(['a', 'b'])
  expect((await read(Buffer.from('a\tb\n1\t2'))).headings).toEqual(['a', 'b'])
  expect(await read(Buffer.from('sep=|\r\na|b\r\n1|2'))).toMatchObject({
    headings: ['a', 'b'],
    lines: [{ line: 3, cells: ['1', '2'] }],
  })
})

test('a workbook gives its days as days and keeps the numbers of its lines', async () => {
  const bytes = await workbook([
    ['Naam', 'Geboren', 'Nr'],
    [null, null, null],
    ['Eén & <twee>', new Date('1980-05-14'), 612345678],
  ])
  expect(await read(bytes)).toMatchObject({
    headings: ['Naam', 'Geboren', 'Nr'],
    lines: [{ line: 3, cells: ['Eén & <twee>', '1980-05-14', '612345678'] }],
  })
})

test('of more sheets the first is read, or the one that is named, and all are told', async () => {
  const sheet = (name: string, cell: string) => ({
    sheet: name,
    data: [[{ value: 'Naam' }], [{ value: cell }]],
  })
  const bytes = await writeExcelFile([
    sheet('Oud & weg', 'Ans'),
    sheet('Nu', 'Bob'),
    sheet('Uitleg', 'x'),
  ]).toBuffer()
  expect(await read(bytes)).toMatchObject({
    sheets: ['Oud & weg', 'Nu', 'Uitleg'],
    lines: [{ line: 2, cells: ['Ans'] }],
  })
  expect(await readTable(bytes, none, ' nu')).toMatchObject({
    sheets: ['Nu', 'Oud & weg', 'Uitleg'],
    lines: [{ line: 2, cells: ['Bob'] }],
  })
  await expect(readTable(bytes, none, 'Straks')).rejects.toMatchObject({ code: 'no-such-sheet' })
})

test('a formula without a result is a flaw, not an empty cell', async () => {
  const xml =
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><f>X()</f></c><c r="B2" t="e"><v>#N/A</v></c></row></sheetData></worksheet>'
  const { lines } = await read(await withSheet(xml))
  expect(lines).toEqual([{ line: 2, cells: [flawed('formula'), flawed('error')] }])
})

test('what is empty, too long, too wide or something else is refused with its reason', async () => {
  const long = Buffer.from(`a;b\n${'1;2\n'.repeat(20_050)}`)
  const wide = Buffer.from(`${'x;'.repeat(200)}\n${'1;'.repeat(200)}`)
  const found = await Promise.all(
    [Buffer.from(' \n \n'), Buffer.from('a;b\n'), long, wide, Buffer.from('zomaar een brief')].map(codeOf),
  )
  expect(found).toEqual(['empty', 'no-lines', 'too-many-lines', 'too-many-columns', 'not-a-table'])
})

test('an archive that is no workbook, or torn, is refused', async () => {
  const whole = await workbook([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(
    await codeOf(plainArchive([{ name: 'word/document.xml', bytes: Buffer.from('<w/>'), sum: 0 }])),
  ).toBe('other-program')
  expect(await codeOf(whole.subarray(0, whole.length - 40))).toBe('damaged')
  expect(await codeOf(whole.subarray(0, 300))).toBe('damaged')
  const torn = Buffer.from(whole)
  torn.fill(0xff, 60, 400)
  expect(await codeOf(torn)).toBe('damaged')
})

test('a small file that unpacks to gigabytes is stopped on the way', async () => {
  const bomb = deflateRawSync(Buffer.alloc(80 * 1024 * 1024))
  const archive = plainArchive([{ name: 'xl/workbook.xml', bytes: bomb, sum: 0 }])
  // Says that its content is packed, in the list at the end.
  archive.writeUInt16LE(8, archive.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 10)
  expect(bomb.length).toBeLessThan(200_000)
  expect(await codeOf(archive)).toBe('too-big-inside')
})

test('ten thousand lines of a workbook take a moment', async () => {
  const bytes = await workbook(Array.from({ length: 10_001 }, (_, i) => [`Naam ${i}`, i, 'x']))
  expect((await read(bytes)).lines).toHaveLength(10_000)
})
