import type { Lang } from '../../../core/texts.ts'
import { Select } from '../../../ui/choice.tsx'
import { DayField, Field, TextArea } from '../../../ui/field.tsx'
import { type LifeArea, lifeAreas, type RecoveryKind, recoveryKinds } from '../rules/sentence.ts'
import { texts } from '../texts.ts'

type Labels = { body: string; why: string; kind: string; area: string; hint?: string }

/** What, why, of which kind and where it belongs; `own`: in the client's own words. */
export function GoalFields({ lang, labels, own = false }: { lang: Lang; labels: Labels; own?: boolean }) {
  const t = texts[lang]
  return (
    <>
      <TextArea own={own} name="body" label={labels.body} hint={labels.hint} rows={2} maxlength={500} />
      <TextArea own={own} name="why" label={labels.why} optional rows={3} maxlength={2000} />
      <Select
        name="recoveryKind"
        label={labels.kind}
        optional
        options={recoveryKinds.map((code: RecoveryKind) => ({ value: code, label: t.recoveryKinds[code] }))}
      />
      <Select
        name="lifeArea"
        label={labels.area}
        optional
        options={lifeAreas.map((code: LifeArea) => ({ value: code, label: t.lifeAreas[code] }))}
      />
    </>
  )
}

type StepLabels = { body: string; who: string; whoHint?: string; dueOn: string }

/** What, who does it, by when. */
export function StepFields({ labels, own = false }: { labels: StepLabels; own?: boolean }) {
  return (
    <>
      <TextArea own={own} name="body" label={labels.body} rows={2} maxlength={500} />
      <Field name="who" label={labels.who} hint={labels.whoHint} optional />
      <DayField name="dueOn" label={labels.dueOn} optional />
    </>
  )
}
