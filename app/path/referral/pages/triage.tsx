import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { asker, me } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { type Option, Radios } from '../../../ui/choice.tsx'
import { DayField, Field, TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { decideTriage } from '../acts/decide-triage.ts'
import { triageForm } from '../rules/triage-form.ts'
import { texts } from '../texts.ts'
import { nothingMore, stepPage, stepView } from './step.tsx'

/** Where does this referral go? The team decides together, and once: who comes second sees both. */
export const { get, post } = stepPage({
  form: triageForm,
  more: nothingMore,
  once: { isTaken: (story) => story.triage !== null, words: 'triage' },
  async act(c, { of, story }, value) {
    await decideTriage(asker(c), { ...of, team: story.teamId }, value, me(c).personId)
    return value.outcome === 'waiting-list' ? undefined : link('referrals', {}, { gedaan: value.outcome })
  },
  view(c, opened, state) {
    const t = texts[c.var.lang].triage
    return stepView(
      c,
      opened,
      t.title,
      <>
        {opened.story.ownQuestion && <OwnWords>{opened.story.ownQuestion}</OwnWords>}
        <Form state={state} words={t.errors} draft={`triage-${opened.of.referral}`}>
          <Radios name="outcome" legend={t.outcome} options={outcomes(c.var.lang)} />
          <Field name="together" label={t.together} optional width="full" />
          <TextArea name="reason" label={t.reason} optional rows={3} />
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      </>,
    )
  },
})

function outcomes(lang: Lang): Option[] {
  const t = texts[lang].triage
  return [
    {
      value: 'waiting-list',
      label: t.outcomes['waiting-list'],
      more: (
        <>
          <DayField name="promisedFor" label={t.promisedFor} />
          <Field name="promise" label={t.promise} hint={t.promiseHint} optional width="full" />
        </>
      ),
    },
    {
      value: 'redirect',
      label: t.outcomes.redirect,
      more: <Field name="redirectTo" label={t.redirectTo} hint={t.redirectToHint} width="full" />,
    },
    { value: 'consultation', label: t.outcomes.consultation },
  ]
}
