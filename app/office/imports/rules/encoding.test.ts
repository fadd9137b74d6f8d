import { expect, test } from 'vitest'
import { decode } from './encoding.ts'
import { kindOfFile } from './file-kind.ts'

const text = 'Naam;Plaats\nRené;Coevorden\nLoïs;Één\n'
const swapped = Buffer.from(text, 'utf16le').swap16()
const windows = Buffer.from(text, 'latin1')

test.for([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
  ['Windows-1252', windows],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 the other way round with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped])],
  ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
  ['UTF-16 the other way round without a mark', swapped],
] as const)('%s is read', ([, bytes]) => {
  expect(decode(bytes)).toBe(text)
})

test('the euro sign of Windows is one', () => {
  expect(decode(Buffer.from([0x41, 0x3b, 0x80, 0x0a]))).toBe('A;€\n')
})

test.for([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 4])],
  ['a PDF', Buffer.from('%PDF-1.7 ...')],
  ['noise', Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256))],
] as const)('%s is no table', ([, bytes]) => {
  expect(() => decode(bytes)).toThrow('not-a-table')
})

test.for([
  ['nothing', Buffer.alloc(0), 'empty'],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old-excel'],
  ['a web page', Buffer.from('  <html><table>'), 'web-page'],
  ['a torn archive', Buffer.from('PK\u0005\u0006'), 'damaged'],
] as const)('%s is refused with its own reason', ([, bytes, code]) => {
  expect(() => kindOfFile(bytes)).toThrow(code)
})
