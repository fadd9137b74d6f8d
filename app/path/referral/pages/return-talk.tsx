import { writeDay } from '../../../core/day.ts'
import { filledForm } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { DayField, TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { listPeriods } from '../../care/door.ts'
import { holdReturnTalk } from '../acts/hold-return-talk.ts'
import type { Said } from '../parts/versions.tsx'
import { type ReturnTalkForm, returnTalkForm } from '../rules/step-forms.ts'
import { texts } from '../texts.ts'
import { stepPage, stepView, talkBounds } from './step.tsx'

/** Coming back: one talk with three questions, and permission for the earlier story. No new intake. */
export const { get, post } = stepPage({
  async more(tx, { of }) {
    return { stays: await listPeriods(tx, of.client) }
  },
  form: (opened, { stays }) => returnTalkForm(talkBounds(opened, stays)),
  start: () => filledForm({ heldOn: writeDay(today()), permissionBy: 'client' }),
  once: {
    title: (lang) => texts[lang].returnTalk.title,
    taken: ({ story }) => story.returnTalk,
    says,
  },
  next: ({ of }) => link('dossier', { clientId: of.client }),
  act: (c, { of, story }, value) => holdReturnTalk(asker(c), { ...of, team: story.teamId }, value),
  view(c, opened, state) {
    const t = texts[c.var.lang].returnTalk
    return stepView(
      c,
      opened,
      t.title,
      <>
        <Notice kind="info">{t.noIntake}</Notice>
        <Form state={state} words={texts[c.var.lang].step.errors} draft={`terug-${opened.of.referral}`}>
          <TextArea name="whatDidWe" label={t.whatDidWe} rows={4} optional />
          <TextArea name="howRoundedOff" label={t.howRoundedOff} rows={4} optional />
          <TextArea name="whereOn" label={t.whereOn} rows={4} optional own />
          <Radios
            name="permission"
            legend={t.permission}
            hint={t.permissionHint}
            options={[
              { value: 'yes', label: t.yes },
              { value: 'no', label: t.no },
            ]}
          />
          <Radios
            name="permissionBy"
            legend={t.permissionBy}
            options={[
              { value: 'client', label: t.client },
              { value: 'representative', label: t.representative },
            ]}
            inline
          />
          <DayField name="heldOn" label={t.heldOn} />
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      </>,
    )
  },
})

function says(c: Ctx, { heldOn, permission, permissionBy, ...value }: ReturnTalkForm): Said[] {
  const t = texts[c.var.lang].returnTalk
  const names = ['whatDidWe', 'howRoundedOff', 'whereOn'] as const
  return [
    ...names.map((name) => ({ label: t[name], value: value[name] })),
    { label: t.permission, value: t[permission] },
    { label: t.permissionBy, value: t[permissionBy] },
    { label: t.heldOn, value: writeDay(heldOn) },
  ]
}
