import { writeDay } from '../../../core/day.ts'
import { type FormState, filledForm, parseForm, versionIn, withError } from '../../../core/form.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import type { Lang } from '../../../core/texts.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/definition.tsx'
import { BothVersions } from '../../../ui/diff.tsx'
import { DayField } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { correctReferral } from '../acts/correct-referral.ts'
import { correctionValue } from '../parts/corrections.tsx'
import { ReferralFields } from '../parts/referral-fields.tsx'
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
function doneSince({ triage, earlyContacts, report }: Story) {
  const done = earlyContacts.map((contact) => contact.happenedOn)
  return [...done, ...(triage ? [triage.decidedOn] : []), ...(report ? [report.heldOn] : [])]
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
      {state.errors[''] === 'stale' && <Versions lang={lang} story={opened.story} state={state} />}
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

// Only what differs, side by side.
function Versions({ lang, story, state }: { lang: Lang; story: Story; state: FormState }) {
  const theirs = inputOf(story)
  const differing = correctionFields.filter((name) => theirs[name] !== (state.input[name] ?? ''))
  const facts = (input: FormState['input']) => (
    <Facts
      items={differing.map((name) => ({
        label: texts[lang].edit.fields[name],
        value: correctionValue(lang, name, String(input[name] ?? '')),
      }))}
    />
  )
  return <BothVersions level={2} theirs={facts(theirs)} mine={facts(state.input)} />
}
