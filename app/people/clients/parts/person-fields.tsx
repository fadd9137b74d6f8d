import type { Lang } from '../../../core/texts.ts'
import { Checkbox, Radios, Select } from '../../../ui/choice.tsx'
import { DayField, Field } from '../../../ui/field.tsx'
import { Columns } from '../../../ui/layout.tsx'
import { texts } from '../texts.ts'

type InLang = { lang: Lang }

/** Sentences for the codes of these fields, for the `words` of the form around them. */
export function personErrors(lang: Lang): Record<string, string> {
  return texts[lang].errors
}

/** Name and birth date: fields of `personFields`. */
export function PersonFields({ lang }: InLang) {
  const t = texts[lang].fields
  return (
    <>
      <Names lang={lang} isPerson />
      <DayField name="birthDate" label={t.birthDate} hint={t.birthHint} optional />
    </>
  )
}

/**
 * Who is looked for: fields of `searchForm`. None is a must by itself, so none is marked; one sentence says what is enough.
 * `postcode` for a referral, `everywhere` where the region may be asked. */
export function SearchFields({
  lang,
  postcode,
  everywhere,
}: InLang & { postcode?: boolean; everywhere?: boolean }) {
  const t = texts[lang].fields
  return (
    <>
      <p class="hint">{t.anyOne}</p>
      <Names lang={lang} />
      <Columns kind="three">
        <DayField name="birthDate" label={t.birthDate} hint={t.birthExample} />
        <Field name="phone" type="tel" label={t.phone} hint={t.phoneExample} autocomplete="off" />
        {postcode && (
          <Field name="postcode" label={t.postcode} hint={t.postcodeHint} width="short" autocomplete="off" />
        )}
      </Columns>
      {everywhere && <Checkbox name="everywhere" label={t.everywhere} hint={t.everywhereHint} />}
    </>
  )
}

function Names({ lang, isPerson }: InLang & { isPerson?: boolean }) {
  const t = texts[lang].fields
  return (
    <Columns kind="three">
      <Field name="givenName" label={t.givenName} autocomplete="off" />
      <Field name="infix" label={t.infix} optional={isPerson} width="short" autocomplete="off" />
      <Field name="familyName" label={t.familyName} autocomplete="off" />
    </Columns>
  )
}

/** What else identity holds: fields of `detailFields`. `hasBsn`: a number is kept already, and is not shown. */
export function DetailFields({ lang, hasBsn }: InLang & { hasBsn?: boolean }) {
  const t = texts[lang].fields
  return (
    <>
      <Radios name="gender" legend={t.gender} value="unknown" inline options={options(t.genders)} />
      <Columns kind="even">
        <Field name="phone" type="tel" label={t.phone} optional autocomplete="off" />
        <Field name="email" type="email" label={t.email} optional autocomplete="off" />
        <Field name="language" label={t.language} hint={t.languageHint} optional />
        <Select
          name="interpreter"
          label={t.interpreter}
          empty={t.noInterpreter}
          options={options(t.interpreters)}
        />
        <Field name="gp" label={t.gp} optional />
        <Field name="gpPhone" type="tel" label={t.gpPhone} optional autocomplete="off" />
        <Field name="insurer" label={t.insurer} optional />
        <Field name="insuranceNumber" label={t.insuranceNumber} optional autocomplete="off" />
      </Columns>
      <Field
        name="bsn"
        label={t.bsn}
        hint={hasBsn ? t.bsnKept : t.bsnHint}
        optional
        width="short"
        inputmode="numeric"
        autocomplete="off"
      />
    </>
  )
}

/** Where the client lives: fields of `addressFields`. */
export function AddressFields({ lang }: InLang) {
  const t = texts[lang].fields
  const hints: Record<string, string> = { none: t.noneHint, secret: t.secretHint }
  const kinds = options(t.addressKinds).map((kind) => ({ ...kind, hint: hints[kind.value] }))
  return (
    <>
      <Radios name="addressKind" legend={t.addressKind} value="home" options={kinds} />
      <Columns kind="even">
        <Field name="street" label={t.street} optional autocomplete="off" />
        <Field name="houseNumber" label={t.houseNumber} optional width="short" autocomplete="off" />
        <Field name="postcode" label={t.postcode} optional width="short" autocomplete="off" />
        <Field name="city" label={t.city} optional autocomplete="off" />
      </Columns>
    </>
  )
}

/** All of them, as on the page of the client's own data: fields of `identityForm`. */
export function IdentityFields({ lang, hasBsn }: InLang & { hasBsn?: boolean }) {
  return (
    <>
      <PersonFields lang={lang} />
      <AddressFields lang={lang} />
      <DetailFields lang={lang} hasBsn={hasBsn ?? false} />
    </>
  )
}

function options(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
