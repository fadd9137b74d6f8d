import { newId } from '../../app/core/id.ts'
import { setUpCode } from '../../app/people/accounts/door.ts'
import { type Answer, type Browser, testSecret } from './app.ts'
import { testDay } from './clock.ts'
import type { PageField, PageForm } from './forms.ts'

/** What a form is filled in with, by field. */
export type Values = Record<string, string | string[] | File>

/** All that text may hold in one: markup, SQL, a family in one emoji, and letters from right to left. */
export const odd = "<script>'--👩‍👧\u202Eעב"
/** The same as it stands in a page. */
export const escaped = '&lt;script&gt;&#39;--👩‍👧\u202Eעב'
const pdf = new File(['%PDF-1.4\n%%EOF'], 'brief.pdf', { type: 'application/pdf' })

const password = 'een zin van een paar woorden'
const day = testDay.split('-').reverse().join('-')

const byName: Record<string, string> = {
  time: '10:00',
  postcode: '9401 AB',
  postcode4: '9401',
  agb: '12345678',
  code: '1680',
  other: '',
  travel: '',
  bsn: '',
  password,
  old: password,
  setUpCode: setUpCode(testSecret),
  again: password,
}

/** Text in which anything may be written. */
export function isFreeText({ type, numeric, name }: PageField): boolean {
  return (type === 'text' || type === 'textarea') && !numeric && !(name in byName)
}

function soundValue(field: PageField): Values[string] {
  const { name, type, value, options } = field
  if (type === 'checkbox') return ['sections', 'organisations'].includes(name) ? (options[0] ?? '') : ''
  if (value || type === 'hidden') return value
  return options[0] ?? byType[type]?.() ?? byName[name] ?? (field.numeric ? day : odd)
}

const byType: Record<string, () => string | File> = {
  file: () => pdf,
  email: () => `${newId()}@voorbeeld.nl`,
  tel: () => '0592-123456',
}

/** A form filled in with what it may hold; free text is odd text. */
export function sound(form: PageForm): Values {
  const button = form.button[0] ? { [form.button[0]]: form.button[1] ?? '' } : {}
  return { ...button, ...Object.fromEntries(form.fields.map((field) => [field.name, soundValue(field)])) }
}

function body(form: PageForm, values: Values): FormData | string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const),
  )
  if (!form.multipart) return pairs.map(([name, value]) => `${name}=${encoded(String(value))}`).join('&')
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
}

function encoded(value: string): string {
  return value.split('\uD800').map(encodeURIComponent).join('%ED%A0%80')
}

/** Sends a form as a browser does; a lone surrogate goes as its bytes, for no form can be made to send one. */
export function send(browser: Browser, form: PageForm, values: Values): Promise<Answer> {
  const headers = form.multipart ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
  return browser.send(form.action, { method: 'POST', headers, body: body(form, values) })
}
