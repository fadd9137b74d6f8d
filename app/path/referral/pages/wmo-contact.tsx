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
import { nothingMore, stepPage, stepView } from './step.tsx'

/** The intake showed a support need: the municipal Wmo access is involved at once. */
export const { get, post } = stepPage({
  form: wmoForm,
  more: nothingMore,
  start: () => filledForm({ involvedOn: writeDay(today()) }),
  async act(c, { of }, value) {
    await involveWmo(asker(c), of, value)
    return undefined
  },
  view(c, opened, state) {
    const t = texts[c.var.lang].wmoContact
    return stepView(
      c,
      opened,
      t.title,
      <Form state={state}>
        <DayField name="involvedOn" label={t.involvedOn} />
        <Field name="who" label={t.who} hint={t.whoHint} width="full" />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>,
    )
  },
})
