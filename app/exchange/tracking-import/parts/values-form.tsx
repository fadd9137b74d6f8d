import type { Lang } from '../../../core/texts.ts'
import type { FoundValue } from '../../../office/imports/door.ts'
import { destinationWord } from '../../../path/care/door.ts'
import { sourceWord } from '../../../path/referral/door.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Fieldset, Select } from '../../../ui/choice.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type Around, codesOf, isDestination } from '../rules/codes.ts'
import { type CodedField, codedFields } from '../rules/fields.ts'
import { texts } from '../texts.ts'

type Props = { lang: Lang; found: FoundValue[]; around: Around }

/** What the team's own words mean, field by field. */
export function ValuesForm({ lang, found, around }: Props) {
  const t = texts[lang].values
  const unknown = found.flatMap(({ code }, i) => (code === '' ? [i] : []))
  const fields = codedFields.filter((field) => found.some((value) => value.field === field))
  return (
    <Form>
      <Hidden name="stap" value="waarden" />
      <p>{t.explain}</p>
      {unknown.length > 0 && (
        <Notice kind="info" title={t.unknown(unknown.length)}>
          <ul>
            {unknown.map((i) => (
              <li>
                <A href={`#waarde-${i}`}>{nameOf(lang, found[i])}</A>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {fields.map((field) => (
        <Fieldset legend={texts[lang].fields[field]}>
          {found.map((value, i) =>
            value.field === field ? (
              <Select
                name={`waarde-${i}`}
                label={value.value}
                hint={value.code === '' ? t.notKnown(value.count) : t.count(value.count)}
                options={optionsOf(lang, field, around)}
                value={value.code}
                empty={t.none}
              />
            ) : null,
          )}
        </Fieldset>
      ))}
      <Actions>
        <Button>{t.submit}</Button>
      </Actions>
    </Form>
  )
}

// Which word of which column: "Casemanager: Jansen".
function nameOf(lang: Lang, value: FoundValue | undefined): string {
  const field = codedFields.find((known) => known === value?.field)
  return [field && texts[lang].fields[field], value?.value].filter(Boolean).join(': ')
}

function optionsOf(lang: Lang, field: CodedField, around: Around) {
  if (field === 'organisations')
    return around.organisations.map(({ id, name }) => ({ value: id, label: name }))
  if (field === 'lead' || field === 'caseManager')
    return around.workers.map((worker) => ({
      value: worker.personId,
      label: `${worker.name}, ${worker.function}`,
    }))
  return codesOf(field, around).map(({ code }) => ({ value: code, label: wordOf(lang, field, code) }))
}

function wordOf(lang: Lang, field: 'status' | 'source' | 'destination' | 'gender', code: string): string {
  if (field === 'source') return sourceWord(code, lang)
  if (field === 'destination') return isDestination(code) ? destinationWord(code, lang) : code
  const said: Record<string, string> = texts[lang].codes[field]
  return said[code] ?? code
}
