import { z } from 'zod'
import { email, text } from '../../../core/fields.ts'
import { addressOf } from './login-name.ts'

function required(value: string): boolean {
  return value !== ''
}

/** A password exactly as typed: spaces count. Library and hash take at most 256 characters. */
export function password() {
  return z.string().max(256).refine(required, { error: 'required' })
}

/** An e-mail address that must be there. */
export function requiredEmail() {
  return email().refine(required, { error: 'required' })
}

/** An e-mail address, or the name of who has none; kept as an address either way. */
function address() {
  return text(254).transform((typed, ctx) => {
    const value = typed.toLowerCase()
    const isKnown = value.includes('@') ? /^[^\s@]+@[^\s@]+\.[^\s@]+$/ : /^[a-z0-9-]{3,40}$/
    if (isKnown.test(value)) return addressOf(value)
    ctx.addIssue({ code: 'custom', message: value === '' ? 'required' : 'not-an-email' })
    return z.NEVER
  })
}

/** E-mail address or login name, and password. */
export const signInForm = z.object({ email: address(), password: password() })

function code(strip: RegExp, pattern: RegExp, error: string) {
  return z
    .string()
    .transform((typed) => typed.replace(strip, '').toLowerCase())
    .refine(required, { error: 'required', abort: true })
    .refine((value) => pattern.test(value), { error })
}

/** The six digits of an app; spaces are forgiven. */
export const codeForm = z.object({ code: code(/\s/g, /^\d{6}$/, 'not-a-code') })

/** A recovery code as printed; spaces and capitals are forgiven, and a missing dash. */
export const recoveryForm = z.object({
  code: code(/[\s-]/g, /^[a-z0-9]{10}$/, 'not-a-recovery-code').transform(
    (typed) => `${typed.slice(0, 5)}-${typed.slice(5)}`,
  ),
})
