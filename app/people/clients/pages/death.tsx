import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { DayField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { recordDeath } from '../acts/record-death.ts'
import { deathForm } from '../rules/death-form.ts'
import { fullName } from '../rules/name.ts'
import { type Client, findClient } from '../store/clients.ts'
import { texts } from '../texts.ts'

/** The client died: on which day. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await load(c), emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const client = await load(c)
  const form = parseForm(deathForm(today(), client.birthDate), await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, client, form.state)
  }
  await recordDeath(asker(c), client.id, form.value.diedOn)
  // The dossier closes after that day, as for anybody who leaves.
  return done(
    c,
    form.value.diedOn === today() ? link('identity', { clientId: client.id }) : link('clients'),
    'overlijden',
  )
}

async function load(c: Ctx): Promise<Client> {
  const id = idParam<ClientId>(c, 'clientId')
  const client = await read(asker(c), [{ dossier: id, purpose: 'care' }], (tx) => findClient(tx, id))
  if (!client) throw new NotFound('no such client')
  return client
}

function view(c: Ctx, client: Client, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].death
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('identity', { clientId: client.id })}>{texts[lang].backTo(fullName(client))}</A>
      </p>
      <PageHeading title={t.title} soft={fullName(client)} />
      <p>{t.text}</p>
      <Form state={state} words={t.errors}>
        <DayField name="diedOn" label={t.diedOn} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}
