import { listColleagues } from '../../../people/staff/door.ts'
import { asker } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/choice.tsx'
import { DayField, Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { promiseContact } from '../acts/promise-contact.ts'
import { promiseForm } from '../rules/step-forms.ts'
import { texts } from '../texts.ts'
import { boundsOf, stepPage, stepView } from './step.tsx'

/** When does who waits hear from us again, and from whom? */
export const { get, post } = stepPage({
  more: (tx, { story }) => listColleagues(tx, story.teamId),
  form: (opened) => promiseForm(boundsOf(opened)),
  act: (c, { of }, value) => promiseContact(asker(c), of, value),
  view(c, opened, state, colleagues) {
    const t = texts[c.var.lang].promise
    return stepView(
      c,
      opened,
      t.title,
      <Form state={state} words={texts[c.var.lang].step.errors}>
        <DayField name="promisedFor" label={t.promisedFor} />
        <Field name="promise" label={t.promise} hint={t.promiseHint} optional width="full" />
        <Select
          name="person"
          label={t.person}
          options={colleagues.map((x) => ({ value: x.personId, label: `${x.name}, ${x.function}` }))}
          optional
        />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>,
    )
  },
})
