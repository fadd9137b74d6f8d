import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Checkboxes, Select } from '../../../ui/choice.tsx'
import { DayField } from '../../../ui/field.tsx'
import type { Client } from '../../clients/door.ts'
import { recordConsent } from '../acts/record-consent.ts'
import { partOptions } from '../parts/part-words.ts'
import { consentForm } from '../rules/consent-forms.ts'
import { isSameParty, writeParty } from '../rules/party.ts'
import { type Choice, keptFromMe, listChoices } from '../store/words.ts'
import { texts } from '../texts.ts'
import { consentLink, GivenBy, openClient, renderStep } from './step.tsx'

/** The client lets an organisation, a relative or a Wmo consultant look along. */
export async function get(c: Ctx): Promise<Response> {
  const [client, choices] = await openClient(c, listChoices)
  return view(c, client, { choices, state: emptyForm })
}

export async function post(c: Ctx): Promise<Response> {
  const [client, { choices, kept }] = await openClient(c, async (tx, id) => ({
    choices: await listChoices(tx, id),
    kept: await keptFromMe(tx, id),
  }))
  const input = await typed(c)
  const form = parseForm(consentForm(today()), input)
  if (!form.ok) return again(c, client, { choices, state: form.state })
  const choice = choices.find((one) => isSameParty(one.party, form.value.party))
  if (!choice) return again(c, client, { choices, state: withError(input, 'party', 'no-such-party') })
  if (form.value.sections.some((section) => choice.sections?.includes(section) === false))
    return again(c, client, { choices, state: withError(input, 'sections', 'never-theirs') })
  if (kept.includes('list') || form.value.sections.some((section) => kept.includes(section)))
    return again(c, client, { choices, state: withError(input, 'sections', 'kept-from-you') })
  await recordConsent(asker(c), client.id, form.value)
  return done(c, consentLink(client), 'gedeeld')
}

type Shown = { choices: Choice[]; state: FormState }

async function again(c: Ctx, client: Client, shown: Shown): Promise<Response> {
  c.status(422)
  return view(c, client, shown)
}

function view(c: Ctx, client: Client, { choices, state }: Shown) {
  const { lang } = c.var
  const t = texts[lang].add
  return renderStep({
    c,
    client,
    title: t.title,
    submit: t.submit,
    state,
    children: (
      <>
        <Select
          name="party"
          label={t.party}
          options={choices.map((choice) => ({ value: writeParty(choice.party), label: labelOf(c, choice) }))}
        />
        <Checkboxes name="sections" legend={t.sections} hint={t.sectionsHint} options={partOptions(lang)} />
        <DayField name="until" label={t.until} hint={t.untilHint} optional />
        <GivenBy c={c} />
      </>
    ),
  })
}

function labelOf(c: Ctx, { name, kind, signed }: Choice): string {
  const t = texts[c.var.lang].add
  if (kind !== 'organisation') return `${name}, ${t.kinds[kind]}`
  return signed ? name : t.unsigned(name)
}
