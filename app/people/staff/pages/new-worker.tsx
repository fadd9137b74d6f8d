import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Columns, Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { addWorker } from '../acts/add-worker.ts'
import { namedOptions } from '../parts/choices.ts'
import { type PostChoices, PostFields } from '../parts/post-fields.tsx'
import { workerForm } from '../rules/house-forms.ts'
import { listFunctions } from '../store/overview.ts'
import { listOrganisations, listTeams } from '../store/teams.ts'
import { texts } from '../texts.ts'

/** Somebody comes to work here. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const input = await typed(c)
  const form = parseForm(workerForm, input)
  if (!form.ok) return again(c, form.state)
  const personId = await addWorker(asker(c), form.value)
  if (personId === null) return again(c, withError(input, 'email', 'email-taken'))
  return done(c, link('worker', { personId }), 'medewerker')
}

async function again(c: Ctx, state: FormState): Promise<Response> {
  c.status(422)
  return view(c, state)
}

function load(c: Ctx): Promise<PostChoices> {
  const { lang } = c.var
  return read(asker(c), [], async (tx) => ({
    organisations: namedOptions(await listOrganisations(tx)),
    teams: namedOptions(await listTeams(tx)),
    functions: (await listFunctions(tx)).map((one) => ({ value: one.code, label: one[lang] })),
  }))
}

async function view(c: Ctx, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].worker
  const choices = await load(c)
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('staff')}>{texts[lang].back}</A>
      </p>
      <PageHeading title={t.newTitle} />
      <Form state={state} words={texts[lang].errors}>
        <Columns kind="even">
          <Field name="givenName" label={t.givenName} autocomplete="off" />
          <Field name="familyName" label={t.familyName} autocomplete="off" />
          <Field name="email" type="email" label={t.email} hint={t.emailHint} autocomplete="off" />
          <Field name="phone" type="tel" label={t.phone} optional autocomplete="off" />
        </Columns>
        <PostFields lang={lang} choices={choices} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.newTitle, current: 'staff' },
  )
}
