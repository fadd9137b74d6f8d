import { FileInput } from '../../../office/documents/door.ts'
import { AddressFields, DetailFields, PersonFields } from '../../../people/clients/door.ts'
import { Checkbox, Select } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { Disclosure } from '../../../ui/layout.tsx'
import { texts } from '../texts.ts'
import { ReferralFields } from './referral-fields.tsx'

type Props = { lang: 'nl' | 'en'; teams: { id: string; name: string }[]; isMoreWrong: boolean }

/** A new referral: the question first, who it is about, and behind two folds what may wait. */
export function NewReferralFields({ lang, teams, isMoreWrong }: Props) {
  const t = texts[lang].newReferral
  return (
    <>
      <PersonFields lang={lang} />
      <ReferralFields lang={lang} />
      <FileInput lang={lang} label={t.letter} optional />
      <Checkbox name="ownGp" label={t.ownGp} />
      <h3>{t.where}</h3>
      <AddressFields lang={lang} />
      <h3>{t.relative}</h3>
      <Field name="relativeName" label={t.relativeName} optional autocomplete="off" />
      <Field name="relativeRelation" label={t.relativeRelation} optional />
      <Field name="relativePhone" type="tel" label={t.relativePhone} optional autocomplete="off" />
      <Disclosure summary={t.more} open={isMoreWrong}>
        <DetailFields lang={lang} />
        <Select
          name="colleagueOf"
          label={t.colleagueOf}
          hint={t.colleagueHint}
          options={teams.map((x) => ({ value: x.id, label: x.name }))}
          optional
        />
        <Select
          name="handledBy"
          label={t.handledBy}
          hint={t.handledByHint}
          options={teams.map((x) => ({ value: x.id, label: x.name }))}
          optional
        />
      </Disclosure>
    </>
  )
}
