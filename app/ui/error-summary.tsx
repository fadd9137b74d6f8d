import type { FormState } from '../core/form'
import type { Lang } from '../core/texts'
import { sentence } from './form-context'
import { Icon } from './icon'
import { A } from './link'
import { texts } from './texts'

type SummaryProps = {
  state: FormState
  words: Record<string, string>
  lang: Lang
  fields: Map<string, { id: string; label: string }>
}

/**
 * What is wrong in a form, in the order of its fields, each with a link to the field (GOV.UK error summary).
 * Asynchronous on purpose: the fields are rendered, and have registered themselves, before this is written.
 */
export async function ErrorSummary({ state, words, lang, fields }: SummaryProps) {
  await Promise.resolve()
  const order = [...fields.keys()]
  const wrong = Object.entries(state.errors).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus id="fouten" aria-labelledby="fouten-kop">
      <h2 id="fouten-kop">
        <Icon name="octagon-alert" />
        {texts[lang].summaryHeading}
      </h2>
      <ul>
        {wrong.map(([name, code]) => {
          const field = fields.get(name)
          const { text, own } = sentence({ words, lang }, name, code)
          const line = own || !field ? text : withLabel(field.label, text)
          return <li>{field ? <A href={`#${field.id}`}>{line}</A> : line}</li>
        })}
      </ul>
    </div>
  )
}

function withLabel(label: string, text: string): string {
  return /[?!.:]$/.test(label)
    ? `${label} ${text}`
    : `${label}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`
}
