import { z } from 'zod'
import { choice, requiredText } from '../../../core/fields.ts'
import { newPassword } from './password-form.ts'
import { requiredEmail } from './sign-in-form.ts'

/** Kinds of organisation, as staff.organisations knows them. */
export const organisationKinds = [
  'mental-health',
  'addiction',
  'supported-living',
  'welfare',
  'municipality',
  'insurer',
  'other',
] as const

/** What an empty database needs to begin: a region, the first organisation and its administrator. */
export const setUpForm = z
  .object({
    setUpCode: requiredText(40),
    region: requiredText(100),
    organisation: requiredText(100),
    kind: choice(organisationKinds),
    givenName: requiredText(60),
    familyName: requiredText(60),
    email: requiredEmail(),
    password: newPassword(),
    again: z.string(),
  })
  .refine((form) => form.password === form.again, { error: 'not-the-same', path: ['again'] })

/** The same without the code, and without the password once more. */
export type SetUp = Omit<z.output<typeof setUpForm>, 'setUpCode' | 'again'>
