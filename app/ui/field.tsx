import { type Child, useContext } from 'hono/jsx'
import { FieldFrame } from './field-frame'
import { FormContext, first, useField } from './form-context'
import { texts } from './texts'

export type FieldProps = {
  name: string
  label: string
  hint?: Child
  /** marks the field "(niet verplicht)" */
  optional?: boolean | undefined
  /** shown when the form state has nothing typed yet */
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url'
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | undefined
  width?: 'short' | 'medium' | 'full'
  maxlength?: number | undefined
  readonly?: boolean | undefined
  spellcheck?: boolean | undefined
}

/** One line of text. A password is never shown again. */
export function Field({
  name,
  label,
  hint,
  optional,
  type = 'text',
  width = 'medium',
  ...props
}: FieldProps) {
  const field = useField(name, label, Boolean(hint))
  const shown = type === 'password' ? undefined : (first(field.typed) ?? props.value)
  return (
    <FieldFrame {...field} label={label} hint={hint} optional={optional}>
      <input
        class={`input width-${width}`}
        id={field.id}
        name={name}
        type={type}
        value={shown}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        readonly={props.readonly}
        spellcheck={props.spellcheck}
        {...field.aria}
      />
    </FieldFrame>
  )
}

type TextAreaProps = Pick<FieldProps, 'name' | 'label' | 'hint' | 'optional' | 'value' | 'maxlength'> & {
  rows?: number
  /** the client's own words: heather edge and quotation mark */
  own?: boolean
}

/** More lines of text; it grows with what is typed where the browser can do that. */
export function TextArea({ name, label, hint, optional, value, rows = 4, own, maxlength }: TextAreaProps) {
  const field = useField(name, label, Boolean(hint))
  return (
    <FieldFrame {...field} label={label} hint={hint} optional={optional} kind={own ? 'field-own' : undefined}>
      <textarea
        class="input width-full"
        id={field.id}
        name={name}
        rows={rows}
        maxlength={maxlength}
        {...field.aria}
      >
        {/* The parser drops one newline after the tag; this one is there to be dropped. */}
        {`\n${first(field.typed) ?? value ?? ''}`}
      </textarea>
    </FieldFrame>
  )
}

type MomentProps = Pick<FieldProps, 'name' | 'label' | 'hint' | 'optional' | 'value' | 'autocomplete'>

/** A day, typed as dd-mm-jjjj: a date picker shows American dates in an English browser. */
export function DayField({ hint, autocomplete = 'off', ...props }: MomentProps) {
  const { lang } = useContext(FormContext)
  return (
    <Field
      {...props}
      hint={hint ?? texts[lang].dayHint}
      inputmode="numeric"
      width="short"
      maxlength={20}
      autocomplete={autocomplete}
    />
  )
}

/** A time, typed as uu:mm. */
export function TimeField({ hint, autocomplete = 'off', ...props }: MomentProps) {
  const { lang } = useContext(FormContext)
  return (
    <Field
      {...props}
      hint={hint ?? texts[lang].timeHint}
      width="short"
      maxlength={8}
      autocomplete={autocomplete}
    />
  )
}

type FileProps = Pick<FieldProps, 'name' | 'label' | 'hint' | 'optional'> & {
  accept?: string | undefined
  multiple?: boolean
}

/** A file; its form must be `multipart`. */
export function FileField({ name, label, hint, optional, accept, multiple }: FileProps) {
  const field = useField(name, label, Boolean(hint))
  return (
    <FieldFrame {...field} label={label} hint={hint} optional={optional}>
      <input
        class="file"
        type="file"
        id={field.id}
        name={name}
        accept={accept}
        multiple={multiple}
        {...field.aria}
      />
    </FieldFrame>
  )
}
