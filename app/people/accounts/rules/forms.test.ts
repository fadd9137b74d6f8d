import { expect, test } from 'vitest'
import { parseForm } from '../../../core/form.ts'
import { passwordForm } from './password-form.ts'
import { setUpForm } from './set-up-form.ts'
import { codeForm, recoveryForm, signInForm } from './sign-in-form.ts'

function errorsOf(result: ReturnType<typeof parseForm>): Record<string, string> {
  return result.ok ? {} : result.state.errors
}

test('an empty form says what is missing, field by field', () => {
  expect(errorsOf(parseForm(signInForm, {}))).toEqual({ email: 'required', password: 'required' })
  expect(errorsOf(parseForm(signInForm, { email: '', password: '' }))).toEqual({
    email: 'required',
    password: 'required',
  })
})

test('an e-mail address is read in small letters, a password exactly as typed', () => {
  const result = parseForm(signInForm, { email: ' Anna@Voorbeeld.NL ', password: '  spaties tellen ' })
  expect(result).toEqual({ ok: true, value: { email: 'anna@voorbeeld.nl', password: '  spaties tellen ' } })
})

test('who has no e-mail address signs in with a name', () => {
  const result = parseForm(signInForm, { email: ' Noor-0123 ', password: 'x' })
  expect(result).toMatchObject({ ok: true, value: { email: 'noor-0123@inlognaam.invalid' } })
  expect(errorsOf(parseForm(signInForm, { email: 'noor de vries', password: 'x' }))).toEqual({
    email: 'not-an-email',
  })
})

test('codes may be typed with spaces', () => {
  expect(parseForm(codeForm, { code: ' 123 456 ' })).toEqual({ ok: true, value: { code: '123456' } })
  expect(errorsOf(parseForm(codeForm, { code: '12345a' }))).toEqual({ code: 'not-a-code' })
  expect(parseForm(recoveryForm, { code: 'abCD4 23fgh' })).toEqual({
    ok: true,
    value: { code: 'abcd4-23fgh' },
  })
  expect(errorsOf(parseForm(recoveryForm, { code: 'abc; x=1' }))).toEqual({ code: 'not-a-recovery-code' })
})

test('a new password has twelve characters and is typed the same twice', () => {
  const old = 'wat het was'
  expect(errorsOf(parseForm(passwordForm, { old, password: 'te kort', again: 'te kort' }))).toEqual({
    password: 'too-short',
  })
  expect(errorsOf(parseForm(passwordForm, { old, password: 'lang genoeg zo', again: 'anders' }))).toEqual({
    again: 'not-the-same',
  })
  expect(parseForm(passwordForm, { old, password: 'lang genoeg zo', again: 'lang genoeg zo' }).ok).toBe(true)
})

test('setting up asks for everything at once', () => {
  expect(Object.keys(errorsOf(parseForm(setUpForm, {}))).sort()).toEqual(
    [
      'again',
      'setUpCode',
      'email',
      'familyName',
      'givenName',
      'kind',
      'organisation',
      'password',
      'region',
    ].sort(),
  )
})
