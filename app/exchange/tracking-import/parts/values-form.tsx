import type { Lang } from '../../../core/texts.ts'
import type { FoundValue } from '../../../office/imports/door.ts'
import { destinationWord } from '../../../path/care/door.ts'
import { sourceWord } from '../../../path/referral/door.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Fieldset, Select } from '../../../ui/choice.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type Around, codesOf, isDestination } from '../rules/codes.ts'
import { type CodedField, codedFields } from '../rules/fields.ts'
import { texts } from '../texts.ts'

type Props = { lang: Lang; found: FoundValue[]; around: Around }

/** What the team's own words mean, field by field. */
export function ValuesForm({ lang, found, around }: Props) {
  const t = texts[lang].values
  const unknown = found.filter(({ code }) => code === '').length
  const fields = codedFields.filter((field) => found.some((value) => value.field === field))
  return (
    <Form>
      <Hidden name="stap" value="waarden" />
      <p>{t.explain}</p>
      {unknown > 0 && <Notice kind="info">{t.unknown(unknown)}</Notice>}
      {fields.map((field) => (
        <Fieldset legend={texts[lang].fields[field]}>
          {found.map((value, i) =>
            value.field === field ? (
              <Select
                name={`waarde-${i}`}
                label={value.value}
                hint={t.count(value.count)}
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
