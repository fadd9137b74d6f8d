import { createContext, useContext } from 'hono/jsx'
import type { FormState } from '../core/form'
import type { Lang } from '../core/texts'
import { texts } from './texts'

/** What a form tells its fields. `register` hears which fields are there, for the error summary. */
export type FormFrame = {
  state: FormState
  words: Record<string, string>
  lang: Lang
  prefix: string
  register: (name: string, field: { id: string; label: string }) => void
}

export const FormContext = createContext<FormFrame>({
  state: { input: {}, errors: {} },
  words: {},
  lang: 'nl',
  prefix: '',
  register: () => {},
})

/**
 * The sentence for a code of an error: `words['field.code']`, else `words[code]`, else the general words.
 * `own` is false for general words, which do not name their field.
 */
export function sentence(form: Pick<FormFrame, 'words' | 'lang'>, name: string, code: string) {
  const said = form.words[`${name}.${code}`] ?? form.words[code]
  if (said !== undefined) return { text: said, own: true }
  const general: Record<string, string | undefined> & { unknown: string } = texts[form.lang].general
  return { text: general[code] ?? general.unknown, own: false }
}

/** Everything a field needs to show itself again: id, what was typed, its error and the aria attributes. */
export function useField(name: string, label: string, hasHint: boolean) {
  const form = useContext(FormContext)
  const id = form.prefix + name
  form.register(name, { id, label })
  const code = form.state.errors[name]
  const error = code === undefined ? undefined : sentence(form, name, code).text
  const described = [hasHint ? `${id}-hint` : '', error ? `${id}-fout` : ''].filter(Boolean).join(' ')
  return {
    id,
    error,
    lang: form.lang,
    typed: form.state.input[name],
    isShownAgain: Object.keys(form.state.input).length > 0,
    aria: {
      ...(described && { 'aria-describedby': described }),
      ...(error && { 'aria-invalid': 'true' as const }),
    },
  }
}

/** The first of what was typed; a field may come in more than once. */
export function first(typed: string | string[] | undefined): string | undefined {
  return Array.isArray(typed) ? typed[0] : typed
}
