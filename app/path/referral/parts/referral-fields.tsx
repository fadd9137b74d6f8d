import { Select } from '../../../ui/choice.tsx'
import { Field, TextArea } from '../../../ui/field.tsx'
import { texts } from '../texts.ts'

/** What the person asks, and what the referrer told: fields of `referralFields`. */
export function ReferralFields({ lang }: { lang: 'nl' | 'en' }) {
  const t = texts[lang].newReferral
  return (
    <>
      <TextArea name="ownQuestion" label={t.ownQuestion} hint={t.ownQuestionHint} rows={3} own optional />
      <Select
        name="source"
        label={t.source}
        options={Object.entries(texts[lang].sources).map(([value, label]) => ({ value, label }))}
      />
      <Field name="referrer" label={t.referrer} hint={t.referrerHint} optional />
      <Field name="referrerPhone" type="tel" label={t.referrerPhone} optional autocomplete="off" />
      <TextArea name="reason" label={t.reason} rows={4} optional />
    </>
  )
}
