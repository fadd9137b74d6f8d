import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Fieldset, Radios } from '../../../ui/choice.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { addBeside } from '../acts/add-beside.ts'
import { ReachFields, RelativeFields, RepresentativeFields } from '../parts/beside-fields.tsx'
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
        <Radios
          name="what"
          legend={t.what}
          value="relative"
          options={Object.entries(t.whats).map(([value, label]) => ({ value, label }))}
        />
        <ReachFields lang={lang} />
        <Fieldset legend={t.relativeLegend}>
          <RelativeFields lang={lang} />
        </Fieldset>
        <Fieldset legend={t.representativeLegend}>
          <RepresentativeFields lang={lang} />
        </Fieldset>
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}
