import { filledForm } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { listColleagues } from '../../../people/staff/door.ts'
import { asker } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/choice.tsx'
import { DayField, Field, TimeField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Inline } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { planIntake } from '../acts/plan-intake.ts'
import { intakePlanForm } from '../rules/step-forms.ts'
import { texts } from '../texts.ts'
import { stepPage, stepView } from './step.tsx'

/** When, where and with whom; the invitation letter follows at once. */
export const { get, post } = stepPage({
  form: intakePlanForm,
  async more(tx, { story }) {
    return { colleagues: await listColleagues(tx, story.teamId) }
  },
  start: ({ story }) => filledForm({ minutes: '60', time: '10:00', place: story.teamAddress }),
  async act(c, { of }, value) {
    await planIntake(asker(c), of, value)
    return link('invitation', { clientId: of.client, referralId: of.referral })
  },
  view(c, opened, state, { colleagues }) {
    const t = texts[c.var.lang].planIntake
    return stepView(
      c,
      opened,
      t.title,
      <>
        <Notice kind="info">{t.relativeWelcome}</Notice>
        <Form state={state} draft={`intake-plan-${opened.of.referral}`}>
          <Inline>
            <DayField name="day" label={t.day} />
            <TimeField name="time" label={t.time} />
            <Field name="minutes" label={t.minutes} inputmode="numeric" width="short" />
          </Inline>
          <Select
            name="person"
            label={t.person}
            options={colleagues.map((x) => ({ value: x.personId, label: `${x.name}, ${x.function}` }))}
          />
          <Field name="withWhom" label={t.withWhom} hint={t.withWhomHint} optional width="full" />
          <Field name="place" label={t.place} width="full" />
          <Field name="relativeInvited" label={t.relative} hint={t.relativeHint} optional />
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      </>,
    )
  },
})
