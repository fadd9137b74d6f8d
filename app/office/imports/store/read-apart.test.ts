import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readApart } from './read-apart.ts'
import { readWorkbook } from './workbook.ts'

const workbook = await writeExcelFile([
  [{ value: 'Naam' }, { value: 'Nr' }],
  [{ value: 'Eén' }, { value: 7 }],
]).toBuffer()

test('what is read in a thread of its own is what is read here', async () => {
  expect(await readApart(workbook)).toEqual(await readWorkbook(workbook))
})

test('what takes too long is refused, and the next file is read', async () => {
  const [late, next] = await Promise.allSettled([readApart(workbook, '', 0), readApart(workbook)])
  expect(late).toMatchObject({ status: 'rejected', reason: { code: 'too-big-inside' } })
  expect(next.status).toBe('fulfilled')
})

test('what is no workbook is refused from there with its reason', async () => {
  await expect(readApart(Buffer.from('PK'))).rejects.toMatchObject({ code: 'damaged' })
})
