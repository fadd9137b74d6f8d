import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/choice.tsx'
import { DayField, Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { addOrganisation } from '../acts/add-organisation.ts'
import { codedOptions } from '../parts/choices.ts'
import { organisationForm } from '../rules/house-forms.ts'
import { texts } from '../texts.ts'

/** An organisation joins the region. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const form = parseForm(organisationForm, await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, form.state)
  }
  const organisationId = await addOrganisation(asker(c), form.value)
  return done(c, link('organisation', { organisationId }), 'organisatie')
}

function view(c: Ctx, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].organisation
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('staff')}>{texts[lang].back}</A>
      </p>
      <PageHeading title={t.newTitle} />
      <Form state={state} words={texts[lang].errors}>
        <Field name="name" label={t.name} />
        <Select name="kind" label={t.kind} options={codedOptions(texts[lang].kinds)} />
        <Field name="agb" label={t.agb} hint={t.agbHint} optional width="short" inputmode="numeric" />
        <DayField name="signedOn" label={t.signedOn} hint={t.signedOnHint} optional />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.newTitle, current: 'staff' },
  )
}
