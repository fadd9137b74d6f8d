import type { Child } from 'hono/jsx'
import { emptyForm, type FormState } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { read, type Tx } from '../../../platform/database.ts'
import { asker, type Ctx, idParam } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { type Client, findClient, fullName } from '../../clients/door.ts'
import { texts } from '../texts.ts'

/** Opens the dossier of the path. Throws NotFound when it is not there, not theirs, or its consent is not. */
export async function openClient<T>(
  c: Ctx,
  also: (tx: Tx, id: ClientId) => Promise<T>,
): Promise<[Client, T]> {
  const id = idParam<ClientId>(c, 'clientId')
  return read(asker(c), [{ dossier: id, purpose: 'care' }], async (tx) => {
    const client = await findClient(tx, id)
    if (!client) throw new NotFound('no such client')
    return [client, await also(tx, id)]
  })
}

/** The page of this client's consents. */
export function consentLink(client: Client): string {
  return link('consent', { clientId: client.id })
}

type StepProps = {
  c: Ctx
  client: Client
  title: string
  /** without it there is nothing to decide */
  submit?: string
  state?: FormState
  lead?: Child
  children?: Child
}

/** One decision of the client on a page of its own, with the way back. */
export function renderStep({ c, client, title, submit, state = emptyForm, lead, children }: StepProps) {
  return c.render(
    <Stack narrow>
      <p>
        <A href={consentLink(client)}>{texts[c.var.lang].back}</A>
      </p>
      <PageHeading title={title} soft={fullName(client)} />
      {lead && <p>{lead}</p>}
      {submit && (
        <Form state={state} words={texts[c.var.lang].errors}>
          {children}
          <Actions>
            <Button>{submit}</Button>
          </Actions>
        </Form>
      )}
    </Stack>,
    { title, current: 'clients' },
  )
}

/** By whose word. */
export function GivenBy({ c }: { c: Ctx }) {
  const t = texts[c.var.lang]
  const { client, representative } = t.givenBy
  return (
    <Radios
      name="givenBy"
      legend={t.givenByLegend}
      value="client"
      inline
      options={[
        { value: 'client', label: client },
        { value: 'representative', label: representative },
      ]}
    />
  )
}
