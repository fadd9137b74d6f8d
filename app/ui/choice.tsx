import type { Child } from 'hono/jsx'
import { FieldFrame, GroupFrame, HintAndError } from './field-frame'
import { first, useField } from './form-context'
import { Icon } from './icon'
import type { IconName } from './icons'
import { texts } from './texts'

export type Option = {
  value: string
  label: string
  hint?: Child
  icon?: IconName | undefined
  /** a sign that is no icon, before the label: that of a phase */
  sign?: Child
  /** an address or a code: shown as it is, without a capital */
  asTyped?: boolean
  /** questions that only matter when this is chosen; out of sight until then */
  more?: Child
}

type SelectProps = {
  name: string
  label: string
  hint?: Child
  optional?: boolean | undefined
  value?: string | undefined
  options: readonly Option[]
  /** words of the empty choice; false leaves it out, for when something is always chosen */
  empty?: string | false
  width?: 'short' | 'medium' | 'full'
}

/** One out of many. For up to seven use `Radios`. */
export function Select({
  name,
  label,
  hint,
  optional,
  value,
  options,
  empty,
  width = 'medium',
}: SelectProps) {
  const field = useField(name, label, Boolean(hint))
  const chosen = first(field.typed) ?? value ?? ''
  return (
    <FieldFrame {...field} label={label} hint={hint} optional={optional}>
      <select class={`input width-${width}`} id={field.id} name={name} {...field.aria}>
        {empty !== false && <option value="">{empty ?? texts[field.lang].choose}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

type GroupProps = {
  name: string
  legend: string
  hint?: Child
  optional?: boolean | undefined
  options: readonly Option[]
  /** beside each other, for short answers */
  inline?: boolean
}

/** One out of a few, all in sight. */
export function Radios({
  name,
  legend,
  options,
  value,
  inline,
  ...rest
}: GroupProps & { value?: string | undefined }) {
  const field = useField(name, legend, false)
  const chosen = first(field.typed) ?? value
  return (
    <GroupFrame {...field} {...rest} label={legend} kind={inline ? 'group-inline' : undefined}>
      <div class="choices">
        {options.map((option, index) => (
          <Choice
            type="radio"
            id={choiceId(field.id, index)}
            name={name}
            option={option}
            checked={option.value === chosen}
          />
        ))}
      </div>
    </GroupFrame>
  )
}

/** None, some or all of a few. */
export function Checkboxes({
  name,
  legend,
  options,
  values,
  inline,
  ...rest
}: GroupProps & { values?: readonly string[] | undefined }) {
  const field = useField(name, legend, false)
  const chosen: readonly string[] = field.isShownAgain ? [field.typed ?? []].flat() : (values ?? [])
  return (
    <GroupFrame {...field} {...rest} label={legend} kind={inline ? 'group-inline' : undefined}>
      <div class="choices">
        {options.map((option, index) => (
          <Choice
            type="checkbox"
            id={choiceId(field.id, index)}
            name={name}
            option={option}
            checked={chosen.includes(option.value)}
          />
        ))}
      </div>
    </GroupFrame>
  )
}

type CheckboxProps = {
  name: string
  label: string
  hint?: Child
  value?: string
  checked?: boolean | undefined
}

/** One yes or no. */
export function Checkbox({ name, label, hint, value = 'ja', checked = false }: CheckboxProps) {
  const field = useField(name, label, Boolean(hint))
  const isOn = field.isShownAgain ? [field.typed ?? []].flat().includes(value) : checked
  return (
    <div class={`field${field.error ? ' field-wrong' : ''}`}>
      <HintAndError id={field.id} lang={field.lang} error={field.error} />
      <div class="choice">
        <input type="checkbox" id={field.id} name={name} value={value} checked={isOn} {...field.aria} />
        <label for={field.id}>{label}</label>
        {hint && (
          <p class="hint" id={`${field.id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}

/** A group of fields under one legend. */
export function Fieldset({ legend, hint, children }: { legend: string; hint?: Child; children?: Child }) {
  return (
    <fieldset class="fieldset">
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </fieldset>
  )
}

// The first choice carries the field's own id, so that the error summary can link to it.
function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`
}

type ChoiceProps = { type: 'radio' | 'checkbox'; id: string; name: string; option: Option; checked: boolean }

function Choice({ type, id, name, option, checked }: ChoiceProps) {
  const described = option.hint !== undefined ? { 'aria-describedby': `${id}-uitleg` } : {}
  return (
    <>
      <div class="choice">
        <input type={type} id={id} name={name} value={option.value} checked={checked} {...described} />
        <label for={id}>
          {option.icon && <Icon name={option.icon} />}
          {option.sign}
          <span class={option.asTyped ? undefined : 'sentence'}>{option.label}</span>
        </label>
        {option.hint && (
          <p class="hint" id={`${id}-uitleg`}>
            {option.hint}
          </p>
        )}
      </div>
      {option.more && <div class="choice-more">{option.more}</div>}
    </>
  )
}
