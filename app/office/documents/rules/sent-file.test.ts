import { expect, test } from 'vitest'
import { fileIn } from './sent-file.ts'

const pdf = new File(['%PDF-1.7'], 'brief.pdf')

test('a field that was left empty has no file', async () => {
  for (const sent of [undefined, 'tekst', new File([], '')]) expect(await fileIn(sent)).toBeNull()
})

test('one file that can be kept is given with its name; what cannot be kept says why', async () => {
  expect(await fileIn(pdf)).toEqual({ name: 'brief.pdf', bytes: new TextEncoder().encode('%PDF-1.7') })
  expect(await fileIn([pdf, pdf])).toBe('one-file')
  expect(await fileIn(new File([], 'leeg.pdf'))).toBe('required')
  expect(await fileIn(new File(['<html>'], 'brief.pdf'))).toBe('wrong-type')
})
