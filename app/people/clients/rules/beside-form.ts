import { z } from 'zod'
import {
  choice,
  email,
  optionalChoice,
  optionalDay,
  phone,
  requiredText,
  text,
  ticked,
} from '../../../core/fields.ts'

export const kindsOfRepresentative = ['mentor', 'curator', 'bewindvoerder', 'proxy'] as const
export const scopes = ['care', 'money', 'both'] as const

/** Somebody beside the client: a relative, with what may be shared, or who represents the client by law or by proxy. */
export const besideForm = z
  .object({
    what: choice(['relative', 'representative']),
    name: requiredText(120),
    phone: phone(),
    relation: text(60),
    email: email(),
    mayKnow: text(1000),
    callInCrisis: ticked(),
    kind: optionalChoice(kindsOfRepresentative),
    scope: optionalChoice(scopes),
    from: optionalDay(),
    until: optionalDay(),
  })
  .superRefine((typed, ctx) => {
    const need = (missing: boolean, path: string, message: string) =>
      missing && ctx.addIssue({ code: 'custom', path: [path], message })
    const represents = typed.what === 'representative'
    need(!represents && typed.relation === '', 'relation', 'required')
    need(represents && typed.kind === '', 'kind', 'choose-one')
    need(represents && typed.scope === '', 'scope', 'choose-one')
    need(represents && typed.from === null, 'from', 'required')
    const backwards = typed.from !== null && typed.until !== null && typed.until < typed.from
    need(backwards, 'until', 'end-before-start')
  })
export type Beside = z.output<typeof besideForm>

/** What the form says of who represents, complete; null when it is about a relative. */
export function representativeIn(form: Beside) {
  const { kind, scope, from } = form
  const isWhole = form.what === 'representative' && kind !== '' && scope !== '' && from !== null
  return isWhole ? { ...form, kind, scope, from } : null
}
