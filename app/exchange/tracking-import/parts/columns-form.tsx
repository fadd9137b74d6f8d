import { emptyForm, type FormState } from '../../../core/form.ts'
import type { Lang } from '../../../core/texts.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/choice.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Columns } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type Field, fieldCodes } from '../rules/fields.ts'
import { texts } from '../texts.ts'

/** One column of the file: its letter, its heading, a few of its values (a BSN is masked), and what it is now. */
export type ColumnShown = { letter: string; heading: string; samples: string[]; field: Field | '' }

type Props = { lang: Lang; sheets: string[]; columns: ColumnShown[]; state?: FormState | undefined }

/** Which column is which field. */
export function ColumnsForm({ lang, sheets: [sheet = '', ...others], columns, state = emptyForm }: Props) {
  const t = texts[lang].columns
  const options = fieldCodes.map((value) => ({ value, label: texts[lang].fields[value] }))
  return (
    <Form state={state} words={t.errors}>
      <Hidden name="stap" value="kolommen" />
      {others.length > 0 && <Notice kind="info">{t.sheets(sheet, others.join(', '))}</Notice>}
      <p>{t.explain}</p>
      <Columns kind="even">
        {columns.map(({ letter, heading, samples, field }, i) => (
          <Select
            name={`kolom-${i}`}
            label={`${t.column(letter)}: ${heading || t.noHeading}`}
            hint={samples.length > 0 ? t.sample(samples.join(' · ')) : t.emptySample}
            options={options}
            value={field}
            empty={t.none}
          />
        ))}
      </Columns>
      <Actions>
        <Button>{t.submit}</Button>
      </Actions>
    </Form>
  )
}
