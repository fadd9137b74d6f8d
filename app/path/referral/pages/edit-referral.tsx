import { type Day, writeDay } from '../../../core/day.ts'
import { type FormState, filledForm, parseForm, versionIn, withError } from '../../../core/form.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import type { Lang } from '../../../core/texts.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { DayField } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { correctReferral } from '../acts/correct-referral.ts'
import { correctionValue } from '../parts/corrections.tsx'
import { ReferralFields } from '../parts/referral-fields.tsx'
import { type Said, Versions } from '../parts/versions.tsx'
import { correctionFields, correctionForm } from '../rules/correction.ts'
import type { Story } from '../store/story.ts'
import { texts } from '../texts.ts'
import { nothingMore, type Opened, openReferral, referralLink, stepView } from './step.tsx'

/** A mistake in the referral is put right; what it said before stays visible. */
export async function get(c: Ctx): Promise<Response> {
  const [opened] = await openReferral(c, nothingMore)
  return view(c, opened, filledForm({ ...inputOf(opened.story), version: String(opened.story.version) }))
}

export async function post(c: Ctx): Promise<Response> {
  const [opened] = await openReferral(c, nothingMore)
  const input = await typed(c)
  const form = parseForm(correctionForm(opened.story.receivedOn, today(), doneSince(opened.story)), input)
  if (!form.ok) return again(c, opened, form.state)
  try {
    await correctReferral(asker(c), opened.of, versionIn(input), form.value)
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    return stale(c, input)
  }
  return done(c, referralLink(opened), 'gedaan')
}

async function stale(c: Ctx, input: FormState['input']): Promise<Response> {
  const [opened] = await openReferral(c, nothingMore)
  const version = String(opened.story.version)
  // Nothing changed since: then it was the gate that refused to write.
  if (input.version === version) throw new NotFound('this referral is not writable')
  return again(c, opened, withError({ ...input, version }, '', 'stale'))
}

async function again(c: Ctx, opened: Opened, state: FormState): Promise<Response> {
  c.status(422)
  return view(c, opened, state)
}

// A referral cannot have come in after the first thing that was done about it.
function doneSince({ triage, earlyContacts, intakeHeldOn, returnTalk, wmo }: Story): Day[] {
  const done = [
    ...earlyContacts.map((contact) => contact.happenedOn),
    ...wmo.map((contact) => contact.involvedOn),
  ]
  return [...done, triage?.decidedOn, intakeHeldOn, returnTalk?.heldOn].filter((on) => on != null)
}

function view(c: Ctx, opened: Opened, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].edit
  return stepView(
    c,
    opened,
    t.title,
    <>
      <p>{t.explain}</p>
      {state.errors[''] === 'stale' && (
        <Versions lang={lang} theirs={saidIn(inputOf(opened.story), lang)} mine={saidIn(state.input, lang)} />
      )}
      <Form state={state} words={t.errors}>
        <Hidden name="version" value={String(state.input.version ?? '')} />
        <ReferralFields lang={lang} />
        <DayField name="receivedOn" label={t.receivedOn} hint={t.receivedOnHint} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </>,
  )
}

function inputOf(story: Story): Record<(typeof correctionFields)[number], string> {
  const { ownQuestion, source, referrer, referrerPhone, reason } = story
  return { ownQuestion, source, referrer, referrerPhone, reason, receivedOn: writeDay(story.receivedOn) }
}

function saidIn(input: FormState['input'], lang: Lang): Said[] {
  return correctionFields.map((name) => ({
    label: texts[lang].edit.fields[name],
    value: correctionValue(lang, name, String(input[name] ?? '')),
  }))
}
