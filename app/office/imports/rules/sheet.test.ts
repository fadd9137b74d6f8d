import { expect, test } from 'vitest'
import { leanSheet, sheetsIn } from './sheet.ts'
import { flawed } from './table.ts'

const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

test('empty rows and cells go, what has a value stays', () => {
  const xml = sheet(
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"/></row><row r="2" ht="9"/><row r="3"><c r="A3" s="1"></c></row>',
  )
  expect(leanSheet(xml)).toBe(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
})

test('a formula keeps its result; without one, or with an error, it becomes a flaw', () => {
  const xml = sheet(
    '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>X()</f></c><c r="C1" t="str"><f>Y()</f><v></v></c><c r="D1" t="e"><v>#N/A</v></c></row>',
  )
  const lean = leanSheet(xml)
  expect(lean).toContain('<c r="A1"><f>1+1</f><v>2</v></c>')
  expect(lean.split(flawed('formula'))).toHaveLength(3)
  expect(lean.split(flawed('error'))).toHaveLength(2)
})

test('elements with a prefix are read as without', () => {
  expect(
    leanSheet(
      '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    ),
  ).toBe(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
})

test('a sheet styled a million rows down is as long as what is in it; a value far away is too long or too wide', () => {
  const styled = Array.from(
    { length: 5000 },
    (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="1"/></row>`,
  ).join('')
  expect(leanSheet(sheet(`<row r="1"><c r="A1"><v>1</v></c></row>${styled}`))).toBe(
    sheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
  )
  expect(() => leanSheet(sheet('<row r="999999"><c r="A999999"><v>1</v></c></row>'))).toThrow(
    'too-many-lines',
  )
  expect(() => leanSheet(sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toThrow('too-many-columns')
  const many = Array.from({ length: 20_020 }, () => '<row><c><v>1</v></c></row>').join('')
  expect(() => leanSheet(sheet(many))).toThrow('too-many-lines')
})

test('sheets stand in the order of their tabs, each found by its relation', () => {
  const workbook =
    '<workbook><sheets><sheet name="A &amp; B" sheetId="3" r:id="rId7"/><sheet name="C" r:id="rId1"/></sheets></workbook>'
  const relations =
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Target="worksheets/sheet9.xml" Id="rId7"/></Relationships>'
  expect(sheetsIn(workbook, relations)).toEqual([
    { name: 'A & B', path: 'xl/worksheets/sheet9.xml' },
    { name: 'C', path: 'xl/worksheets/sheet1.xml' },
  ])
  expect(sheetsIn(workbook, '').map(({ path }) => path)).toEqual([null, null])
})
