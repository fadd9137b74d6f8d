import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, minutes, requiredText, text, time } from './fields.ts'

type Field = { safeParse(typed: unknown): { success: boolean; data?: unknown; error?: unknown } }

function codeOf(field: Field, typed: unknown): string | undefined {
  const { error } = field.safeParse(typed) as { error?: { issues: { message: string }[] } }
  return error?.issues[0]?.message
}

test('text is trimmed, written in one way, and may be empty', () => {
  expect(text().parse('  Noe\u0308l\r\nkomt ')).toBe('Noël\nkomt')
  expect(text().parse(undefined)).toBe('')
})

test.each(['a\u0000b', '\ud800', 'x\u007f', 'a\u001b[0m'])('text with %j is refused', (typed) => {
  expect(codeOf(text(), typed)).toBe('forbidden-characters')
})

test('emoji, Arabic and a tab are text like any other', () => {
  expect(text().parse('👩🏽‍🦽 مرحبا\tdank')).toBe('👩🏽‍🦽 مرحبا\tdank')
})

test('text over its length is refused, text of its length is not', () => {
  expect(text(5).parse('vijf!')).toBe('vijf!')
  expect(codeOf(text(5), 'vijf!!')).toBe('too-long')
})

test('what must be there says so, also when it is only spaces', () => {
  expect(codeOf(requiredText(), '   ')).toBe('required')
  expect(codeOf(day(), '')).toBe('required')
  expect(codeOf(time(), '')).toBe('required')
})

test('no field throws, whatever is typed', () => {
  const fields: Field[] = [text(50), requiredText(50), day(), time(), minutes(1, 60)]
  const typing = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((codes) => String.fromCharCode(...codes))
  fc.assert(
    fc.property(typing, (typed) => {
      for (const field of fields) expect(typeof field.safeParse(typed).success).toBe('boolean')
    }),
  )
})

test.each([
  ['9:05', '09:05'],
  ['23.59', '23:59'],
])('%j is the time %s', (typed, read) => {
  expect(time().parse(typed)).toBe(read)
})

test.each(['24:00', '12:60', '12', 'noon'])('%j is no time', (typed) => {
  expect(codeOf(time(), typed)).toBe('not-a-time')
})

test('minutes stay within their bounds', () => {
  expect(minutes(1, 60).parse('60')).toBe(60)
  for (const typed of ['0', '61', '-1', '1e1', '1.5', 'NaN'])
    expect(codeOf(minutes(1, 60), typed)).toBe('not-a-number')
})
