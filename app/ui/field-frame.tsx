import type { Child } from 'hono/jsx'
import type { Lang } from '../core/texts'
import { Icon } from './icon'
import { texts } from './texts'

type FrameProps = {
  id: string
  label: string
  lang: Lang
  hint?: Child
  error?: string | undefined
  optional?: boolean | undefined
  kind?: string | undefined
  children?: Child
}

/** Label, hint and error around one input, in the order in which they are read. */
export function FieldFrame({ id, label, lang, hint, error, optional, kind, children }: FrameProps) {
  return (
    <div class={`field${error ? ' field-wrong' : ''}${kind ? ` ${kind}` : ''}`}>
      <label class="label" for={id}>
        {label} {optional && <span class="optional">{texts[lang].optional}</span>}
      </label>
      <HintAndError id={id} lang={lang} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** The same around a group of choices, with a legend instead of a label. */
export function GroupFrame({ id, label, lang, hint, error, optional, kind, children }: FrameProps) {
  const described = [Boolean(hint) && `${id}-hint`, error && `${id}-fout`].filter(Boolean).join(' ')
  return (
    <fieldset
      class={`field group${error ? ' field-wrong' : ''}${kind ? ` ${kind}` : ''}`}
      {...(described && { 'aria-describedby': described })}
    >
      <legend class="label">
        {label} {optional && <span class="optional">{texts[lang].optional}</span>}
      </legend>
      <HintAndError id={id} lang={lang} hint={hint} error={error} />
      {children}
    </fieldset>
  )
}

/** Hint and error message, tied to their input by id. */
export function HintAndError({ id, lang, hint, error }: Pick<FrameProps, 'id' | 'lang' | 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-fout`}>
          <Icon name="triangle-alert" />
          <span>
            <span class="unseen">{texts[lang].error} </span>
            {error}
          </span>
        </p>
      )}
    </>
  )
}
