import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Checkbox, Fieldset, Radios, Select } from '../../../ui/choice.tsx'
import { DayField, Field, TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Columns, Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { addBeside } from '../acts/add-beside.ts'
import { besideForm } from '../rules/beside-form.ts'
import { fullName } from '../rules/name.ts'
import { type Client, findClient } from '../store/clients.ts'
import { texts } from '../texts.ts'

/** One more person beside the client. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await load(c), emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const client = await load(c)
  const form = parseForm(besideForm, await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, client, form.state)
  }
  await addBeside(asker(c), client.id, form.value)
  return done(c, link('relatives', { clientId: client.id }), 'naaste')
}

async function load(c: Ctx): Promise<Client> {
  const id = idParam<ClientId>(c, 'clientId')
  const client = await read(asker(c), [{ dossier: id, purpose: 'care' }], (tx) => findClient(tx, id))
  if (!client) throw new NotFound('no such client')
  return client
}

function view(c: Ctx, client: Client, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].newBeside
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('relatives', { clientId: client.id })}>{texts[lang].backTo(fullName(client))}</A>
      </p>
      <PageHeading title={t.title} soft={fullName(client)} />
      <Form state={state} words={t.errors} draft={`naaste-${client.id}`}>
        <Radios name="what" legend={t.what} value="relative" options={options(t.whats)} />
        <Columns kind="even">
          <Field name="name" label={t.name} autocomplete="off" />
          <Field name="phone" type="tel" label={t.phone} optional autocomplete="off" />
        </Columns>
        <RelativeFields c={c} />
        <RepresentativeFields c={c} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}

function RelativeFields({ c }: { c: Ctx }) {
  const t = texts[c.var.lang].newBeside
  return (
    <Fieldset legend={t.relativeLegend}>
      <Columns kind="even">
        <Field name="relation" label={t.relation} hint={t.relationHint} />
        <Field name="email" type="email" label={t.email} optional autocomplete="off" />
      </Columns>
      <TextArea name="mayKnow" label={t.mayKnow} hint={t.mayKnowHint} own optional rows={3} />
      <Checkbox name="callInCrisis" label={t.callInCrisis} />
    </Fieldset>
  )
}

function RepresentativeFields({ c }: { c: Ctx }) {
  const { lang } = c.var
  const t = texts[lang].newBeside
  return (
    <Fieldset legend={t.representativeLegend}>
      <Columns kind="even">
        <Select name="kind" label={t.kind} options={options(texts[lang].beside.kinds)} />
        <Select name="scope" label={t.scope} options={options(texts[lang].beside.scopes)} />
        <DayField name="from" label={t.from} />
        <DayField name="until" label={t.until} optional />
      </Columns>
    </Fieldset>
  )
}

function options(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
