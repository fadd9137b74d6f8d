import { afterAll, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import { fileOf, openImports, sheet, shows } from '../../../../tests/support/imports.ts'
import { tokenOf } from '../../../../tests/support/people.ts'
import { toWorkbook } from '../../../office/imports/door.ts'
import { templateRows } from '../rules/template.ts'

const database = await openTestDatabase()
const { app, count, me, others, prepare, upload } = await openImports(database)
afterAll(() => database.close())

test('how the team names its columns and values is remembered', async () => {
  const own = 'Clnt;Toestand\nJansma;rood\n'
  const page = await upload(own)
  await me.post(page, { stap: 'kolommen', 'kolom-0': 'familyName', 'kolom-1': 'status' })
  await me.post(page, { stap: 'waarden', 'waarde-0': 'aftercare' })
  const next = await upload(
    'Toestand;Clnt\nRood;Pietersma\n',
    app.as(await tokenOf(database, others.colleague)),
  )
  const other = app.as(await tokenOf(database, others.colleague))
  expect((await other.get(next)).text).toMatch(/Kolom A: Toestand[\s\S]*?value="status" selected/)
  await other.post(next, { stap: 'kolommen', 'kolom-0': 'status', 'kolom-1': 'familyName' })
  expect(shows((await other.get(next)).text, '<option value="aftercare" selected')).toBe(true)
})

test.for([
  ['no file at all', new FormData(), 'Kies eerst een bestand'],
  ['an empty file', fileOf(''), 'Dit bestand is leeg'],
  ['an old workbook', fileOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'oud.xls'), 'oud Excel-bestand'],
  ['a picture', fileOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'foto.xlsx'), 'geen tabel'],
  ['a torn workbook', fileOf(Buffer.from('PK\u0003\u0004 en dan niets meer'), 'stuk.xlsx'), 'beschadigd'],
  ['a million lines', fileOf(`Achternaam;x\n${'Jan;1\n'.repeat(1_000_000)}`), 'meer dan 20.000 regels'],
  ['headings alone', fileOf(sheet()), 'alleen kopjes'],
] as const)('%s is refused in a clear sentence, and nothing is kept', async ([, form, words]) => {
  const before = await count('imports.batches')
  const answer = await me.post('/inlezen', form)
  expect([answer.status, answer.wrong]).toEqual([422, ['bestand']])
  expect(shows(answer.text, words)).toBe(true)
  expect(await count('imports.batches')).toBe(before)
})

test('a choice of columns without a family name, and one without sense, is asked again', async () => {
  const page = await upload('Achternaam;Code\nX;1\n')
  const none = await me.post(page, { stap: 'kolommen', 'kolom-1': 'phone' })
  expect([none.status, none.wrong]).toEqual([422, ['kolom-0']])
  const twice = await me.post(page, { stap: 'kolommen', 'kolom-0': 'familyName', 'kolom-1': 'familyName' })
  expect([twice.status, twice.wrong]).toEqual([422, ['kolom-1']])
})

test('of a workbook with more sheets the page says which one was read, and another can be named', async () => {
  const sheetOf = (sheet: string, name: string) => ({
    sheet,
    data: [
      [{ value: 'Achternaam' }, { value: 'Nr' }],
      [{ value: name }, { value: '1' }],
    ],
  })
  const sheets = [sheetOf('Oud', 'Oudema'), sheetOf('Nu', 'Numan')]
  const bytes = await writeExcelFile(sheets).toBuffer()
  const named = (sheet: string) => {
    const form = fileOf(bytes, 'meer.xlsx')
    form.set('tabblad', sheet)
    return me.post('/inlezen', form)
  }
  const first = (await me.get(await upload(bytes))).text
  expect(shows(first, 'Gelezen is tabblad Oud. Niet gelezen: Nu')).toBe(true)
  const second = (await me.get((await named('Nu')).to ?? '')).text
  expect([shows(second, 'Numan'), shows(second, 'Niet gelezen: Oud')]).toEqual([true, true])
  const none = await named('Straks')
  expect([none.status, none.wrong]).toEqual([422, ['tabblad']])
  expect(shows(none.text, 'value="Straks"')).toBe(true)
  const empty = new FormData()
  empty.set('tabblad', 'Nu')
  expect(shows((await me.post('/inlezen', empty)).text, 'value="Nu"')).toBe(true)
})

test('the template is a workbook that is read again as it is', async () => {
  const answer = await me.get('/inlezen/sjabloon')
  expect(answer.response.headers.get('content-disposition')).toContain('.xlsx')
  const bytes = await toWorkbook('Proef', templateRows())
  const page = await upload(bytes)
  const { text } = await me.get(page)
  expect([...text.matchAll(/<option value="" selected/g)]).toHaveLength(0)
  expect(shows(text, 'Kolom C: Achternaam')).toBe(true)
})

test('no more than four statements a page, beyond the gate', async () => {
  const page = await prepare(sheet('Stef;Statement;1-2-1980;;aangemeld;;;;'))
  for (const path of ['/inlezen', page, `${page}?stap=kolommen`])
    expect(statements(await me.get(path))).toBeLessThanOrEqual(4)
})

test('a step that goes well reads no columns, sample lines and remembered choices; one that is refused does', async () => {
  const page = await upload('Achternaam;Code\nStip;1\n')
  const refused = await me.post(page, { stap: 'kolommen', 'kolom-1': 'phone' })
  expect(shows(refused.text, 'Bijvoorbeeld: Stip')).toBe(true)
  const gone = await me.post(page, { stap: 'weggooien' })
  expect(gone.to).toContain('/inlezen?team=')
  expect(statements(gone)).toBeLessThanOrEqual(3)
})

function statements({ response }: { response: Response }): number {
  return Number(/desc="(\d+)"/.exec(response.headers.get('server-timing') ?? '')?.[1])
}
