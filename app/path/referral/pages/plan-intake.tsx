import { dayOf, timeOf, writeDay } from '../../../core/day.ts'
import { type FormState, filledForm } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { choiceOf, hasPassed, Taken } from '../../../office/agenda/door.ts'
import { listRelatives } from '../../../people/clients/door.ts'
import { listColleagues } from '../../../people/staff/door.ts'
import { now, today } from '../../../platform/clock.ts'
import { asker } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/choice.tsx'
import { DayField, Field, TimeField } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Inline } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { mayHold } from '../../care/door.ts'
import { planIntake } from '../acts/plan-intake.ts'
import { standingPlan } from '../rules/plan.ts'
import { isMissed } from '../rules/state.ts'
import { intakePlanForm } from '../rules/step-forms.ts'
import { waitOf } from '../rules/waiting.ts'
import type { Story } from '../store/story.ts'
import { texts } from '../texts.ts'
import { boundsOf, type Opened, stepPage, stepView } from './step.tsx'

/** When, where and with whom; the invitation letter follows at once. */
export const { get, post } = stepPage({
  async more(tx, { of, story }) {
    const colleagues = await listColleagues(tx, story.teamId)
    return {
      colleagues: colleagues.filter(({ role }) => mayHold('case-manager', role)),
      relatives: await listRelatives(tx, of.client),
    }
  },
  form: (opened) => intakePlanForm(boundsOf(opened), isMissedIn(opened)),
  wrong(_, { colleagues }, value) {
    if (hasPassed(value, now())) return ['time', 'time-in-past']
    return colleagues.some(({ personId }) => personId === value.person) ? null : ['person', 'choose-one']
  },
  doubt: (error, value) =>
    error instanceof Taken ? { field: 'time', code: 'taken', input: { despite: choiceOf(value) } } : null,
  start: ({ story }) => filledForm(inputOf(story)),
  next: ({ of }) => link('invitation', { clientId: of.client, referralId: of.referral }),
  act: (c, { of }, value) => planIntake(asker(c), of, value),
  view(c, opened, state, { colleagues, relatives }) {
    const t = texts[c.var.lang].planIntake
    const title = standingPlan(opened.story.plans) ? t.otherTitle : t.title
    const { person } = state.input
    const taken = t.taken(colleagues.find(({ personId }) => personId === person)?.name ?? '')
    const known = relatives
      .map(({ name, relation }) => [name, relation].filter(Boolean).join(', '))
      .join('; ')
    return stepView(
      c,
      opened,
      title,
      <>
        <Notice kind="info">{t.relativeWelcome}</Notice>
        <Form
          state={state}
          words={{ ...texts[c.var.lang].step.errors, taken }}
          draft={`intake-plan-${opened.of.referral}`}
        >
          <Hidden name="despite" value={String(state.input.despite ?? '')} />
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
          {opened.story.plans.length > 0 && (
            <Field
              name="whyAgain"
              label={isMissedIn(opened) ? t.whyMissed : t.whyAgain}
              optional={!isMissedIn(opened)}
              width="full"
            />
          )}
          <Field
            name="relativeInvited"
            label={t.relative}
            hint={known ? t.relativeKnown(known) : t.relativeHint}
            optional
          />
          <Actions>
            <Button>{title === t.title ? t.submit : t.otherSubmit}</Button>
          </Actions>
        </Form>
      </>,
    )
  },
})

// What stands is filled in; a day that has passed is asked anew.
function inputOf({ plans, teamAddress }: Story): FormState['input'] {
  const [latest] = plans
  if (!latest) return { minutes: '60', time: '10:00', place: teamAddress }
  const starts = new Date(latest.startsAt)
  const isComing = standingPlan(plans) !== null && starts > now()
  return {
    day: isComing ? writeDay(dayOf(starts)) : '',
    time: timeOf(starts),
    minutes: String(latest.minutes),
    person: latest.personId,
    withWhom: latest.withWhom,
    place: latest.place,
    relativeInvited: latest.relativeInvited,
  }
}

function isMissedIn({ story }: Opened): boolean {
  return isMissed(waitOf(story), today())
}
