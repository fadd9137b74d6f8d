import { z } from 'zod'
import {
  bsn,
  choice,
  email,
  optionalChoice,
  optionalDay,
  phone,
  postcode,
  requiredText,
  text,
  ticked,
} from '../../../core/fields.ts'

/** What a search for a person may start from. */
export const searchForm = z
  .object({
    givenName: text(80),
    infix: text(20),
    familyName: text(80),
    birthDate: optionalDay(),
    phone: phone(),
    postcode: postcode(),
    // Not only in the own teams: is this person known anywhere in the region?
    everywhere: ticked(),
  })
  .superRefine((typed, ctx) => {
    const name = `${typed.givenName}${typed.familyName}`
    if (name.length < 2 && typed.birthDate === null && typed.phone === '') {
      ctx.addIssue({ code: 'custom', path: ['familyName'], message: 'search-needs-something' })
    }
  })
export type Search = z.output<typeof searchForm>

/** Who the client is: name and birth date. */
export const personFields = {
  givenName: requiredText(80),
  infix: text(20),
  familyName: requiredText(80),
  birthDate: optionalDay(),
}

/** What else identity holds; nothing of it may block a referral. */
export const detailFields = {
  gender: choice(['female', 'male', 'other', 'unknown']),
  phone: phone(),
  email: email(),
  language: text(60),
  interpreter: optionalChoice(['language', 'sign']),
  gp: text(120),
  gpPhone: phone(),
  insurer: text(120),
  insuranceNumber: text(40),
  bsn: bsn(),
}

/** The e-mail address by itself, where a letter is to be mailed. */
export const emailForm = z.object({ email: email().refine((typed) => typed !== '', 'required') })

/** Where the client lives: at an address, without one, or where nobody may know. */
export const addressFields = {
  addressKind: choice(['home', 'none', 'secret']),
  street: text(120),
  houseNumber: text(20),
  postcode: postcode(),
  city: text(80),
}

/** The whole of a client's own data, as one form. */
export const identityForm = z.object({ ...personFields, ...detailFields, ...addressFields })
export type Identity = z.output<typeof identityForm>
