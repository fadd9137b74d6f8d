import { z } from 'zod'
import {
  choice,
  day,
  email,
  idField,
  optionalDay,
  optionalId,
  phone,
  requiredText,
  text,
} from '../../../core/fields.ts'
import type { OrganisationId, TeamId } from '../../../core/id.ts'
import { kinds } from './kind.ts'

/** An organisation of the region; what it may see starts with its agreement. */
export const organisationForm = z.object({
  name: requiredText(120),
  kind: choice(kinds),
  agb: text(8).refine((code) => /^(\d{8})?$/.test(code), 'not-an-agb'),
  signedOn: optionalDay(),
})
export type OrganisationForm = z.output<typeof organisationForm>

/** The signed legal addendum: from when, and until when where that was agreed. */
export const agreementForm = z
  .object({ from: day(), until: optionalDay() })
  .refine(({ from, until }) => until === null || until >= from, {
    path: ['until'],
    message: 'end-before-start',
  })
export type AgreementForm = z.output<typeof agreementForm>

/** The last day of an agreement or a membership. */
export const endForm = z.object({ lastDay: day() })

/** A team, with what stands in its letters. */
export const teamForm = z.object({ name: requiredText(80), address: text(200), phone: phone() })
export type TeamForm = z.output<typeof teamForm>

/** A municipality by its CBS code. */
export const municipalityForm = z.object({
  code: text(4).refine((code) => /^\d{4}$/.test(code), 'not-a-municipality-code'),
  name: requiredText(80),
})
export type MunicipalityForm = z.output<typeof municipalityForm>

/** A postcode area: whose municipality and neighbourhood it is, and which team serves it (none: nobody yet). */
export const areaForm = z.object({
  postcode4: text(4).refine((code) => /^[1-9]\d{3}$/.test(code), 'not-a-postcode4'),
  municipality: requiredText(4),
  neighbourhood: requiredText(80),
  team: optionalId<TeamId>(),
})
export type AreaForm = z.output<typeof areaForm>

const postFields = {
  organisation: idField<OrganisationId>(),
  function: requiredText(40),
  team: optionalId<TeamId>(),
  from: day(),
}

/** A post: a function for an organisation, in a team or (no team) at its office. */
export const postForm = z.object(postFields)
export type Post = z.output<typeof postForm>

/** A worker with a first post. */
export const workerForm = z.object({
  givenName: requiredText(80),
  familyName: requiredText(80),
  email: email().refine((address) => address !== '', 'required'),
  phone: phone(),
  ...postFields,
})
export type WorkerForm = z.output<typeof workerForm>
