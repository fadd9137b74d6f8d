import type { Lang } from '../../../core/texts.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Checkbox, Radios } from '../../../ui/choice.tsx'
import { DayField, Field, TextArea, TimeField } from '../../../ui/field.tsx'
import { Disclosure, Inline } from '../../../ui/layout.tsx'
import { contactKinds, usualMinutes } from '../rules/contact-form.ts'
import { texts } from '../texts.ts'
import { kindIcons } from './kind.ts'

type Props = {
  lang: Lang /** unfold what is seldom needed: it is filled in, or wrong */
  open: boolean
  trainee: boolean
}

/** What is asked of a contact: what is always needed in sight, the rest folded away. */
export function ContactFields({ lang, open, trainee }: Props) {
  const t = texts[lang].form
  const kinds = contactKinds.map((value) => ({
    value,
    label: texts[lang].kinds[value],
    icon: kindIcons[value],
  }))
  const durations = usualMinutes.map((value) => ({ value, label: texts[lang].minutes(Number(value)) }))
  return (
    <>
      <Radios name="kind" legend={t.kind} options={kinds} inline />
      <Inline>
        <DayField name="day" label={t.day} hint="" />
        <TimeField name="time" label={t.time} hint="" />
      </Inline>
      <Radios name="usual" legend={t.usual} options={durations} inline />
      <TextArea name="report" label={t.report} hint={t.reportHint} rows={6} maxlength={20_000} />
      <Checkbox name="together" label={t.together} />
      <Seldom lang={lang} open={open} />
      {trainee && <p class="hint">{t.traineeHint}</p>}
      <Actions>
        <Button name="how" value="sign">
          {t.sign}
        </Button>
        <Button name="how" value="draft" kind="quiet">
          {t.keep}
        </Button>
      </Actions>
    </>
  )
}

function Seldom({ lang, open }: Pick<Props, 'lang' | 'open'>) {
  const t = texts[lang].form
  return (
    <Disclosure summary={t.more} open={open}>
      <Field name="other" label={t.other} optional inputmode="numeric" width="short" maxlength={3} />
      <Field name="travel" label={t.travel} optional inputmode="numeric" width="short" maxlength={3} />
      <Field name="present" label={t.present} hint={t.presentHint} optional maxlength={200} />
    </Disclosure>
  )
}
