import { z } from 'zod'
import { email } from '../../../core/fields.ts'

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

/** E-mail address and password. */
export const signInForm = z.object({ email: requiredEmail(), password: password() })

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
