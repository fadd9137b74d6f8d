import { writeDay } from '../../../core/day.ts'
import { filledForm } from '../../../core/form.ts'
import { today } from '../../../platform/clock.ts'
import { asker } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { DayField, Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { involveWmo } from '../acts/involve-wmo.ts'
import { wmoForm } from '../rules/step-forms.ts'
import { texts } from '../texts.ts'
import { boundsOf, nothingMore, stepPage, stepView } from './step.tsx'

/** The intake showed a support need: the municipal Wmo access is involved at once. */
export const { get, post } = stepPage({
  more: nothingMore,
  form: (opened) => wmoForm(boundsOf(opened)),
  start: () => filledForm({ involvedOn: writeDay(today()) }),
  act: (c, { of }, value) => involveWmo(asker(c), of, value),
  view(c, opened, state) {
    const t = texts[c.var.lang].wmoContact
    return stepView(
      c,
      opened,
      t.title,
      <Form state={state} words={texts[c.var.lang].step.errors}>
        <DayField name="involvedOn" label={t.involvedOn} />
        <Field name="who" label={t.who} hint={t.whoHint} width="full" />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>,
    )
  },
})
