import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkFile, cleanName, disposition, largestFile, saySize } from './file.ts'

const pdf = Buffer.from('%PDF-1.7\n')
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0])

test('a file is what its first bytes say, whatever its name says', () => {
  expect(checkFile(pdf, 'brief.pdf')).toEqual({ ok: true, mime: 'application/pdf', name: 'brief.pdf' })
  expect(checkFile(png, 'scan.html')).toEqual({ ok: true, mime: 'image/png', name: 'scan.html.png' })
  expect(checkFile(jpeg, 'Foto.JPEG')).toEqual({ ok: true, mime: 'image/jpeg', name: 'Foto.jpeg' })
  for (const text of ['<html>', 'MZ', '<svg xmlns="', 'PK\u0003\u0004', ' %PDF-1.7', '%PDF'])
    expect(checkFile(Buffer.from(text), 'brief.pdf')).toEqual({ ok: false, code: 'wrong-type' })
})

test('an empty file is no file, and ten megabytes is the most', () => {
  expect(checkFile(Buffer.alloc(0), 'leeg.pdf')).toEqual({ ok: false, code: 'required' })
  const large = Buffer.alloc(largestFile, '%PDF-')
  expect(checkFile(large, 'groot.pdf').ok).toBe(true)
  expect(checkFile(Buffer.concat([large, pdf]), 'groter.pdf')).toEqual({ ok: false, code: 'too-large' })
})

test('a name loses its folders, its control characters and what misleads', () => {
  expect(cleanName('C:\\Users\\x\\brief huisarts.pdf', 'application/pdf')).toBe('brief huisarts.pdf')
  expect(cleanName('../../etc/passwd', 'application/pdf')).toBe('passwd.pdf')
  expect(cleanName('rekening\u202efdp.exe', 'application/pdf')).toBe('rekeningfdp.exe.pdf')
  expect(cleanName('a"b\r\nSet-Cookie: x.pdf', 'application/pdf')).toBe('a bSet-Cookie x.pdf')
  expect(cleanName('...', 'image/png')).toBe('bestand.png')
})

test('of a name that is far too long only the end is looked at', () => {
  const dots = '.'.repeat(100_000)
  expect(cleanName(`brief${dots}a.pdf`, 'application/pdf')).toBe('a.pdf')
  expect(cleanName(`brief${dots}a${dots}`, 'application/pdf')).toBe('bestand.pdf')
})

test('every name becomes a short one that ends as its content is, and stays so', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const clean = cleanName(name, 'application/pdf')
      expect(clean).toMatch(/^[^\p{C}<>:"/\\|?*]+\.pdf$/u)
      expect([...clean].length).toBeLessThanOrEqual(120)
      expect(cleanName(clean, 'application/pdf')).toBe(clean)
    }),
  )
})

test('a header says "save", with a plain name and the real one, and cannot be broken out of', () => {
  expect(disposition("brief Zoë (1)'.pdf")).toBe(
    `attachment; filename="brief Zoe (1)'.pdf"; filename*=UTF-8''brief%20Zo%C3%AB%20%281%29%27.pdf`,
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(disposition(name)).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.~!%-]*$/)
    }),
  )
})

test('a size in words', () => {
  expect(saySize(10, 'nl')).toBe('1 kB')
  expect(saySize(3_500_000, 'nl')).toBe('3,3 MB')
})
