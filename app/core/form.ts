import type { z } from 'zod'

/** What a form shows again: what was typed, and per field the code of what is wrong ('' is the whole form). */
export type FormState = { input: Record<string, string | string[]>; errors: Record<string, string> }

/** The field with the id of a form as it was shown, by which it is taken once. */
export const onceField = '_eenmaal'

/** A form that nobody has filled in yet. */
export const emptyForm: FormState = { input: {}, errors: {} }

/** A form filled in with what is known already. */
export function filledForm(input: Record<string, string | string[]>): FormState {
  return { input, errors: {} }
}

/** Parses what was typed; on failure one code per field, with the typed text kept. */
export function parseForm<S extends z.ZodType>(
  schema: S,
  input: Record<string, string | string[]>,
): { ok: true; value: z.output<S> } | { ok: false; state: FormState } {
  const result = schema.safeParse(input)
  if (result.success) return { ok: true, value: result.data }
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? '')
    errors[field] ??= codeOf(issue)
  }
  return { ok: false, state: { input, errors } }
}

const general: Record<string, string> = {
  invalid_type: 'required',
  too_big: 'too-long',
  too_small: 'too-short',
  invalid_value: 'choose-one',
  invalid_union: 'choose-one',
}

function codeOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'custom' ? issue.message : (general[issue.code] ?? 'required')
}

/** The same form with one more thing wrong, found after parsing. */
export function withError(input: Record<string, string | string[]>, field: string, code: string): FormState {
  return { input, errors: { [field]: code } }
}

/** The version of what a form was shown with; -1, which nothing has, when it is no such number. */
export function versionIn(input: FormState['input']): number {
  return /^\d{1,9}$/.test(String(input.version)) ? Number(input.version) : -1
}
