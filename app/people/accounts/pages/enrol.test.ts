import { afterAll, expect, test } from 'vitest'
import { openApp, plain } from '../../../../tests/support/app.ts'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld } from '../../../../tests/support/people.ts'
import { paths } from '../../../links.ts'
import { makeAccount } from '../acts/make-account.ts'
import { codeAt, stepOf } from '../rules/one-time-code.ts'
import { texts } from '../texts.ts'

const database = await openTestDatabase()
const { clients } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

const access = { email: 'noor-0104@inlognaam.invalid', password: 'abcd-efgh-jkmn' }
await makeAccount(database, {
  personId: clients.inCare.person.id,
  name: 'Noor',
  handedOver: true,
  ...access,
})

// The library keeps the characters that base32 stands for.
function fromBase32(text: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString()
}

test('on one telephone alone the second step is made: a link to the app, a key to copy, and je in every word', async () => {
  const browser = app.as()
  await browser.post(paths.signIn, { email: 'noor-0104', password: access.password })
  const page = await browser.get(paths.enrol)
  const [, href = ''] = /<a href="(otpauth:[^"]+)"/.exec(page.text) ?? []
  const key = new URL(href.replaceAll('&amp;', '&')).searchParams.get('secret') ?? ''
  expect(key).toMatch(/^[A-Z2-7]{16,}$/)
  expect(page.text).toMatch(/<a href="otpauth:[^>]*><svg[\s\S]*Tik hier<\/a>/)
  expect(page.text).toContain(`data-copy="${key}"`)
  expect(page.text).toContain(`<code>${key.match(/.{1,4}/g)?.join(' ')}</code>`)
  const read = [page]
  await browser.post(paths.enrol, { code: codeAt(fromBase32(key), stepOf(new Date())) })
  read.push(await browser.get(paths.recoveryCodes))
  await browser.post(paths.recoveryCodes)
  read.push(await browser.get(paths.startPassword))
  expect(read.map((each) => each.heading)).toEqual([
    texts.nl.enrol.title,
    'Bewaar je herstelcodes',
    texts.nl.startPassword.title,
  ])
  for (const { text } of read) expect(plain(text)).not.toMatch(/\b(u|uw)\b/i)
})
