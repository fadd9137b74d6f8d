import { type Child, useContext } from 'hono/jsx'
import { emptyForm, type FormState, onceField } from '../core/form'
import { newId } from '../core/id'
import type { Lang } from '../core/texts'
import { ErrorSummary } from './error-summary'
import { FormContext, first } from './form-context'
import { formField, KeptFormContext } from './kept-form'
import { LangContext } from './lang'
import { safeHref } from './link'
import { texts } from './texts'

export type FormProps = {
  action?: string | undefined
  method?: 'get' | 'post'
  /** what was typed and what is wrong; leave out for a form shown the first time */
  state?: FormState | undefined
  /** sentence per code, or per `field.code`; other codes get ui's general words */
  words?: Record<string, string>
  lang?: Lang
  multipart?: boolean
  /** the name under which what is typed is kept in this browser until it is sent */
  draft?: string | undefined
  /** it is answered with a page that is shown once, where Turbo would wait for a redirect */
  answersAtOnce?: boolean
  /** before every id, when one page holds two forms with the same fields */
  prefix?: string
  /** false for a form that knows by an id of its own what was sent before */
  once?: boolean
  class?: string
  children?: Child
}

/** A form that works without script, shows input and errors again, and starts with the error summary. */
export function Form({ words = {}, method = 'post', prefix = '', ...props }: FormProps) {
  const shown = props.state ?? emptyForm
  const state = useKept(shown, method === 'post' && !props.action, prefix)
  const isTyped = state !== shown || Object.keys(state.errors).length > 0
  const pageLang = useContext(LangContext)
  const lang = props.lang ?? pageLang
  const fields = new Map<string, { id: string; label: string }>()
  const frame = {
    state,
    words,
    lang,
    prefix,
    register: (name: string, field: { id: string; label: string }) => fields.set(name, field),
  }
  // The summary stands outside the provider: an asynchronous child would keep hono's context open too long.
  return (
    <form
      method={method}
      novalidate
      class={`form ${props.class ?? ''}`.trim()}
      {...attributesOf(props, isTyped)}
    >
      {Object.keys(state.errors).length > 0 && (
        <ErrorSummary state={state} words={words} lang={lang} fields={fields} />
      )}
      {props.draft && <DraftBack lang={lang} />}
      {prefix && <input type="hidden" name={formField} value={prefix} />}
      {method === 'post' && props.once !== false && <Hidden name={onceField} value={newId()} />}
      <FormContext.Provider value={frame}>{props.children}</FormContext.Provider>
    </form>
  )
}

// What was sent in vain stands in the form already: no older draft goes over that.
function attributesOf({ action, multipart, answersAtOnce, draft }: FormProps, isTyped: boolean) {
  return {
    ...(action && { action: safeHref(action) }),
    ...(multipart && { enctype: 'multipart/form-data' as const }),
    ...(answersAtOnce && { 'data-turbo': 'false' as const }),
    ...(draft && { 'data-draft': draft }),
    ...(isTyped && { 'data-typed': '' }),
  }
}

// Said by the browser when it put a draft back; it may be thrown away.
function DraftBack({ lang }: { lang: Lang }) {
  const { draftBack, draftAway } = texts[lang]
  return (
    <div role="status" data-draft-back hidden>
      <div class="row">
        <span>{draftBack}</span>
        <button type="reset" class="btn btn-quiet btn-small">
          {draftAway}
        </button>
      </div>
    </div>
  )
}

// What was sent in vain is shown in the form that it was sent with, over what the page fills in by itself.
function useKept(state: FormState, postsHere: boolean, prefix: string): FormState {
  const kept = useContext(KeptFormContext)
  const isThisForm = kept !== null && postsHere && (kept[formField] ?? '') === prefix
  return isThisForm ? { input: { ...state.input, ...kept }, errors: {} } : state
}

/** A value that goes along unseen: the version that was seen, so a form that was kept keeps its own. */
export function Hidden({ name, value }: { name: string; value: string }) {
  const kept = useContext(KeptFormContext)
  const { state } = useContext(FormContext)
  return <input type="hidden" name={name} value={(kept && first(state.input[name])) ?? value} />
}
