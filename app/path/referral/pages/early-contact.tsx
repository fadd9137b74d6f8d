import { writeDay } from '../../../core/day.ts'
import { filledForm } from '../../../core/form.ts'
import { today } from '../../../platform/clock.ts'
import { asker } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { DayField, Field, TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Inline } from '../../../ui/layout.tsx'
import { writeEarlyContact } from '../acts/write-early-contact.ts'
import { earlyContactForm } from '../rules/step-forms.ts'
import { texts } from '../texts.ts'
import { boundsOf, nothingMore, stepPage, stepView } from './step.tsx'

/** Voorzorg: a contact before the intake; a closed door counts too. */
export const { get, post } = stepPage({
  more: nothingMore,
  form: (opened) => earlyContactForm(boundsOf(opened)),
  start: () => filledForm({ happenedOn: writeDay(today()), minutes: '15', way: 'phone' }),
  act: (c, { of }, value) => writeEarlyContact(asker(c), of, value),
  view(c, opened, state) {
    const t = texts[c.var.lang].earlyContact
    const ways = Object.entries(texts[c.var.lang].ways).map(([value, label]) => ({ value, label }))
    return stepView(
      c,
      opened,
      t.title,
      <Form state={state} words={texts[c.var.lang].step.errors} draft={`voorzorg-${opened.of.referral}`}>
        <Radios name="way" legend={t.way} options={ways} inline />
        <TextArea name="note" label={t.note} optional rows={5} />
        <Inline>
          <DayField name="happenedOn" label={t.happenedOn} />
          <Field name="minutes" label={t.minutes} inputmode="numeric" width="short" />
        </Inline>
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>,
    )
  },
})
