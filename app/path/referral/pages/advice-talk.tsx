import type { Child } from 'hono/jsx'
import { writeDay } from '../../../core/day.ts'
import { filledForm } from '../../../core/form.ts'
import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { listColleagues, listOrganisations } from '../../../people/staff/door.ts'
import { today } from '../../../platform/clock.ts'
import { asker } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Checkboxes, type Option, Radios, Select } from '../../../ui/choice.tsx'
import { DayField, Field, TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Inline } from '../../../ui/layout.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { holdAdviceTalk } from '../acts/hold-advice-talk.ts'
import { talkForm } from '../rules/step-forms.ts'
import { texts } from '../texts.ts'
import { stepPage, stepView } from './step.tsx'

const careKinds = ['mental-health', 'addiction', 'supported-living', 'welfare']

/** The adviesgesprek: what do we do together from here? */
export const { get, post } = stepPage({
  form: talkForm,
  async more(tx, { story }) {
    const organisations = (await listOrganisations(tx)).filter((x) => careKinds.includes(x.kind))
    return { organisations, colleagues: await listColleagues(tx, story.teamId) }
  },
  start: () => filledForm({ heldOn: writeDay(today()) }),
  once: { isTaken: (story) => story.talk !== null, words: 'talk' },
  async act(c, { of, story }, value) {
    await holdAdviceTalk(asker(c), { ...of, team: story.teamId }, value)
    const left = value.outcome === 'elsewhere' || value.outcome === 'consultation'
    return left ? link('waitingList', {}, { gedaan: value.outcome }) : undefined
  },
  view(c, opened, state, { organisations, colleagues }) {
    const t = texts[c.var.lang].talk
    return stepView(
      c,
      opened,
      t.title,
      <>
        {opened.story.ownQuestion && <OwnWords>{opened.story.ownQuestion}</OwnWords>}
        <Form state={state} words={t.errors} draft={`advies-${opened.of.referral}`}>
          <Radios name="outcome" legend={t.outcome} options={outcomes(c.var.lang)} />
          <TextArea name="ownWords" label={t.ownWords} rows={3} optional own />
          <TextArea name="agreed" label={t.agreed} rows={3} optional />
          <Checkboxes
            name="organisations"
            legend={t.organisations}
            options={organisations.map((x) => ({ value: x.id, label: x.name }))}
            optional
          />
          <Select
            name="caseManager"
            label={t.caseManager}
            hint={t.caseManagerHint}
            options={colleagues.map((x) => ({ value: x.personId, label: `${x.name}, ${x.function}` }))}
            optional
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

// What one outcome asks for stands under that outcome.
function outcomes(lang: Lang): Option[] {
  const t = texts[lang].talk
  const more: Record<string, Child> = {
    temporary: (
      <Inline>
        <DayField name="endsOn" label={t.endsOn} />
        <DayField name="talkOn" label={t.talkOn} />
      </Inline>
    ),
    elsewhere: <Field name="elsewhere" label={t.elsewhere} width="full" />,
    'not-now': <Field name="keepContact" label={t.keepContact} hint={t.keepContactHint} width="full" />,
  }
  return Object.entries(t.outcomes).map(([value, label]) => ({ value, label, more: more[value] }))
}
