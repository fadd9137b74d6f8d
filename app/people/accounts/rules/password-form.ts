import { z } from 'zod'
import { password } from './sign-in-form.ts'

const shortest = 12

/** A new password: at least 12 characters (NIST SP 800-63B-4 3.1.1.2 asks 8 beside a second factor), no other demands. */
export function newPassword() {
  return password().refine((value) => [...value].length >= shortest, { error: 'too-short' })
}

/** The old password, and the new one twice. */
export const passwordForm = z
  .object({ old: password(), password: newPassword(), again: z.string() })
  .refine((form) => form.password === form.again, { error: 'not-the-same', path: ['again'] })

/** A password of one's own, twice. */
export const startPasswordForm = z
  .object({ password: newPassword(), again: z.string() })
  .refine((form) => form.password === form.again, { error: 'not-the-same', path: ['again'] })

/** The password once more, before something that weighs. */
export const ownPasswordForm = z.object({ old: password() })
