import { type Day, writeDay } from '../../../core/day.ts'
import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx, me } from '../../../platform/web.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { type Option, Radios } from '../../../ui/choice.tsx'
import { DayField, Field, TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { cameBack } from '../../care/door.ts'
import { decideTriage } from '../acts/decide-triage.ts'
import { AboutPerson } from '../parts/about-person.tsx'
import { AboutReferral } from '../parts/about-referral.tsx'
import type { Said } from '../parts/versions.tsx'
import type { Triage } from '../rules/step.ts'
import { type TriageForm, triageForm } from '../rules/triage-form.ts'
import type { Story } from '../store/story.ts'
import { texts } from '../texts.ts'
import { findAbout } from './about.ts'
import { boundsOf, type Opened, stepPage, stepView } from './step.tsx'

/** Where does this referral go? The team decides together, and once. */
export const { get, post } = stepPage({
  more: async (tx, { of }) => ({
    comesBack: await cameBack(tx, of.client),
    about: await findAbout(tx, of.client),
  }),
  form: (opened) => triageForm(boundsOf(opened)),
  once: {
    title: (lang) => texts[lang].triage.title,
    taken: ({ story }) => (story.triage ? decided(story, story.triage) : null),
    says,
  },
  next: (_, { outcome }) =>
    outcome === 'waiting-list' ? undefined : link('referrals', {}, { gedaan: outcome }),
  act: (c, { of, story }, value) =>
    decideTriage(asker(c), { ...of, team: story.teamId }, value, me(c).personId),
  view(c, opened, state, { comesBack, about }) {
    const t = texts[c.var.lang].triage
    return stepView(
      c,
      opened,
      t.title,
      <>
        {comesBack && <ComesBack c={c} opened={opened} />}
        <AboutReferral lang={c.var.lang} story={opened.story} asks />
        <Form
          state={state}
          words={{ ...texts[c.var.lang].step.errors, ...t.errors }}
          draft={`triage-${opened.of.referral}`}
        >
          <Radios name="outcome" legend={t.outcome} options={outcomes(c.var.lang, comesBack)} />
          <Field name="together" label={t.together} optional width="full" />
          <TextArea name="reason" label={t.reason} optional rows={3} />
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
        <AboutPerson lang={c.var.lang} today={today()} opened={opened} about={about} />
      </>,
    )
  },
})

function ComesBack({ c, opened: { of } }: { c: Ctx; opened: Opened }) {
  const t = texts[c.var.lang]
  return (
    <Notice kind="info">
      {t.referral.comesBack}{' '}
      <ButtonLink
        kind="quiet"
        icon="history"
        href={link('returnTalk', { clientId: of.client, referralId: of.referral })}
      >
        {t.next.returnTalk}
      </ButtonLink>
    </Notice>
  )
}

function outcomes(lang: Lang, comesBack: boolean): Option[] {
  const t = texts[lang].triage
  return [
    {
      value: 'waiting-list',
      label: comesBack ? t.waitsForReturn : t.outcomes['waiting-list'],
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
// With the waiting list came the first promise.
function decided({ promises }: Story, { outcome, together, reason, redirectTo }: Triage): TriageForm {
  const first = outcome === 'waiting-list' ? promises.at(-1) : undefined
  return {
    outcome,
    together,
    reason,
    redirectTo,
    promisedFor: first?.promisedFor ?? null,
    promise: first?.what ?? '',
  }
}

function says(c: Ctx, { outcome, promisedFor, ...value }: TriageForm): Said[] {
  const t = texts[c.var.lang].triage
  const names = ['promise', 'redirectTo', 'together', 'reason'] as const
  return [
    { label: t.outcome, value: t.outcomes[outcome] },
    { label: t.promisedFor, value: dayOrNothing(promisedFor) },
    ...names.map((name) => ({ label: t[name], value: value[name] })),
  ]
}

function dayOrNothing(day: Day | null): string {
  return day ? writeDay(day) : ''
}
