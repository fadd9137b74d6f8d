import { writeDay } from '../../../core/day.ts'
import { filledForm } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { asker } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { DayField, TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { holdReturnTalk } from '../acts/hold-return-talk.ts'
import { returnTalkForm } from '../rules/step-forms.ts'
import { texts } from '../texts.ts'
import { nothingMore, stepPage, stepView } from './step.tsx'

/** Coming back: one talk with three questions, and permission for the earlier story. No new intake. */
export const { get, post } = stepPage({
  form: returnTalkForm,
  more: nothingMore,
  start: () => filledForm({ heldOn: writeDay(today()), permissionBy: 'client' }),
  once: { isTaken: (story) => story.returnTalk !== null, words: 'returnTalk' },
  async act(c, { of, story }, value) {
    await holdReturnTalk(asker(c), { ...of, team: story.teamId }, value)
    return link('dossier', { clientId: of.client })
  },
  view(c, opened, state) {
    const t = texts[c.var.lang].returnTalk
    return stepView(
      c,
      opened,
      t.title,
      <>
        <Notice kind="info">{t.noIntake}</Notice>
        <Form state={state} draft={`terug-${opened.of.referral}`}>
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
