import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lastLine } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { BadRequest } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { addFile, listFiles } from '../store/files.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

const client = clients.inCare.id
const of = { clientId: client }
const pdf = Buffer.from('%PDF-1.7 een brief')

async function as(person: Person) {
  return app.as(await tokenOf(database, person))
}

function upload(bytes: Uint8Array<ArrayBuffer>, name: string, fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  for (const [key, value] of Object.entries({ kind: 'referral-letter', id: newId(), ...fields }))
    form.append(key, value)
  form.append('file', new File([bytes], name, { type: 'text/html' }))
  return form
}

function stored() {
  return asRoot(database, (tx) => listFiles(tx, client))
}

async function keep(name: string): Promise<string> {
  const id = newId()
  const answer = await (await as(workers.secretary)).post(link('newFile', of), upload(pdf, name, { id }))
  expect(answer).toMatchObject({ status: 303, to: link('newFile', of, { gedaan: 'bestand' }) })
  return link('file', { ...of, fileId: id })
}

test('a file is kept, and leaves as an attachment under its own type', async () => {
  const url = await keep('Verwijsbrief Zoë.html')
  expect(await lastLine(database, client)).toMatchObject({ action: 'U', role: 'secretariat' })
  const browser = await as(workers.practitioner)
  expect((await browser.get(url)).text).toBe('%PDF-1.7 een brief')
  const { headers } = (await browser.get(url)).response
  expect(headers.get('content-type')).toBe('application/pdf')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="Verwijsbrief Zoe.html.pdf"; filename*=UTF-8''Verwijsbrief%20Zo%C3%AB.html.pdf`,
  )
  expect((await (await as(workers.secretary)).get(link('newFile', of))).text).toContain(
    'Verwijsbrief Zoë.html.pdf',
  )
})

test('another type, too large, empty or two at once is refused in words; nothing is stored', async () => {
  const before = (await stored()).length
  const browser = await as(workers.practitioner)
  const wrongType = await browser.post(link('newFile', of), upload(Buffer.from('<html>'), 'brief.pdf'))
  expect(wrongType).toMatchObject({ status: 422, wrong: ['file'] })
  expect(wrongType.text).toContain('Dit is geen PDF')
  const large = Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-')
  expect(await browser.post(link('newFile', of), upload(large, 'a.pdf'))).toMatchObject({
    status: 422,
    wrong: ['file'],
  })
  const far = await browser.post(link('newFile', of), upload(Buffer.alloc(13 * 1024 * 1024), 'a.pdf'))
  expect(far.status).toBe(413)
  const two = upload(pdf, 'a.pdf')
  two.append('file', new File([pdf], 'b.pdf'))
  expect((await browser.post(link('newFile', of), two)).wrong).toEqual(['file'])
  expect((await browser.post(link('newFile', of), upload(Buffer.alloc(0), 'a.pdf'))).wrong).toEqual(['file'])
  expect((await browser.post(link('newFile', of), { kind: 'letter', file: 'tekst' })).wrong).toEqual(['file'])
  expect((await browser.post(link('newFile', of), upload(pdf, 'a.pdf', { kind: 'x' }))).wrong).toEqual([
    'kind',
  ])
  expect(await stored()).toHaveLength(before)
})

test('the store itself refuses what is no such file', async () => {
  const html = { kind: 'other' as const, name: 'a.pdf', bytes: Buffer.from('<html>') }
  await expect(asRoot(database, (tx) => addFile(tx, client, html))).rejects.toThrow(BadRequest)
})

test('a form that is sent twice keeps one file', async () => {
  const browser = await as(workers.practitioner)
  const id = newId()
  await browser.post(link('newFile', of), upload(pdf, 'een.pdf', { id }))
  expect((await browser.post(link('newFile', of), upload(pdf, 'een.pdf', { id }))).status).toBe(303)
  expect((await stored()).filter((file) => file.name === 'een.pdf')).toHaveLength(1)
})

test('the client reads the file; others get no page, nor the file under another client', async () => {
  const url = await keep('brief.pdf')
  expect((await (await as(clients.inCare.person)).get(url)).status).toBe(200)
  expect(await lastLine(database, client)).toMatchObject({ role: 'client', purpose: 'own' })
  for (const person of [workers.southern, workers.dutyDesk, workers.welfare, clients.neighbour.person]) {
    const browser = await as(person)
    expect((await browser.get(url)).status).toBe(404)
    expect((await browser.get(link('newFile', of))).status).toBe(404)
    expect((await browser.post(link('newFile', of), upload(pdf, 'x.pdf'))).status).toBe(404)
  }
  const elsewhere = url.replace(client, clients.neighbour.id)
  expect((await (await as(workers.practitioner)).get(elsewhere)).status).toBe(404)
})
