import { expect, test } from 'vitest'
import { addressOf, loginNameFrom, loginNameOf } from './login-name.ts'

test('a name is made of the given name and four digits, whatever the name', () => {
  expect(loginNameFrom('Noor de Vries', 7)).toBe('noor-0007')
  expect(loginNameFrom('Zoë', 4821)).toBe('zoe-4821')
  expect(loginNameFrom('王', 12)).toBe('welkom-0012')
})

test('a name and an address both come back as they were typed', () => {
  for (const typed of ['noor-0007', 'noor@voorbeeld.nl']) expect(loginNameOf(addressOf(typed))).toBe(typed)
  expect(addressOf('noor@voorbeeld.nl')).toBe('noor@voorbeeld.nl')
})
