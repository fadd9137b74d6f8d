import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { addTeam } from '../acts/add-team.ts'
import { teamForm } from '../rules/house-forms.ts'
import { texts } from '../texts.ts'

/** A team starts. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const form = parseForm(teamForm, await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, form.state)
  }
  await addTeam(asker(c), form.value)
  return done(c, link('staff'), 'team')
}

function view(c: Ctx, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].team
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('staff')}>{texts[lang].back}</A>
      </p>
      <PageHeading title={t.title} />
      <Form state={state} words={texts[lang].errors}>
        <Field name="name" label={t.name} hint={t.nameHint} />
        <Field name="address" label={t.address} hint={t.addressHint} optional width="full" />
        <Field name="phone" type="tel" label={t.phone} optional />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'staff' },
  )
}
