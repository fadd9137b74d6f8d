import type { Lang } from '../../../core/texts.ts'
import { Checkbox, Select } from '../../../ui/choice.tsx'
import { DayField, Field, TextArea } from '../../../ui/field.tsx'
import { Columns } from '../../../ui/layout.tsx'
import { texts } from '../texts.ts'

/** How somebody beside the client is called and reached. */
export function ReachFields({ lang }: { lang: Lang }) {
  const t = texts[lang].newBeside
  return (
    <Columns kind="even">
      <Field name="name" label={t.name} autocomplete="off" />
      <Field name="phone" type="tel" label={t.phone} optional autocomplete="off" />
      <Field name="email" type="email" label={t.email} optional autocomplete="off" />
    </Columns>
  )
}

/** What only a relative has. */
export function RelativeFields({ lang }: { lang: Lang }) {
  const t = texts[lang].newBeside
  return (
    <>
      <Field name="relation" label={t.relation} hint={t.relationHint} />
      <TextArea name="mayKnow" label={t.mayKnow} hint={t.mayKnowHint} own optional rows={3} />
      <Checkbox name="callInCrisis" label={t.callInCrisis} />
    </>
  )
}

/** What only a representative has. */
export function RepresentativeFields({ lang }: { lang: Lang }) {
  const t = texts[lang]
  return (
    <>
      <Columns kind="even">
        <Select name="kind" label={t.newBeside.kind} options={options(t.beside.kinds)} />
        <Select name="scope" label={t.newBeside.scope} options={options(t.beside.scopes)} />
      </Columns>
      <PeriodFields lang={lang} />
    </>
  )
}

/** Since when and until when; who represents always has a first day. */
export function PeriodFields({ lang, open }: { lang: Lang; open?: boolean }) {
  const t = texts[lang].newBeside
  return (
    <Columns kind="even">
      <DayField name="from" label={t.from} optional={open} />
      <DayField name="until" label={t.until} hint={open ? t.untilHint : undefined} optional />
    </Columns>
  )
}

function options(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
