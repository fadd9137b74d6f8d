import { Refused } from './table.ts'

/** What a file is by its first bytes; its name may say anything. Throws Refused for what is no table. */
export function kindOfFile(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length === 0) throw new Refused('empty')
  const head = Buffer.from(bytes.subarray(0, 512))
  // Excel before 2007, and every workbook with a password.
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw new Refused('old-excel')
  if (head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return 'zip'
  if (head.subarray(0, 2).toString('latin1') === 'PK') throw new Refused('damaged')
  if (
    /^\s*(<!doctype html|<html|<table|<\?xml)/i.test(
      head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''),
    )
  )
    throw new Refused('web-page')
  return 'text'
}
