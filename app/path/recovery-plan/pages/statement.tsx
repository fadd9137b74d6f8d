import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { fullName } from '../../../people/clients/door.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { writeStatement } from '../acts/write-statement.ts'
import { statementForm, statementKinds } from '../rules/statement.ts'
import { texts } from '../texts.ts'
import { type Opened, openPlan } from './opened.ts'

/** A practitioner writes beside the client's words, and signs it. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await openPlan(c), emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const opened = await openPlan(c)
  const form = parseForm(statementForm, await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, opened, form.state)
  }
  await writeStatement(asker(c), opened.client.id, form.value)
  return done(c, link('plan', { clientId: opened.client.id }), 'opgeschreven')
}

function view(c: Ctx, { client }: Opened, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].statements
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('plan', { clientId: client.id })}>{texts[lang].plan.title}</A>
      </p>
      <PageHeading title={t.title} soft={fullName(client)} />
      <p>{t.lead(client.givenName || fullName(client))}</p>
      <Form state={state} draft={`behandelaar-${client.id}`}>
        <Radios
          name="kind"
          legend={t.kind}
          options={statementKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        />
        <TextArea name="body" label={t.body} rows={6} maxlength={4000} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}
