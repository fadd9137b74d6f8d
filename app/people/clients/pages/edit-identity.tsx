import { type FormState, filledForm, parseForm, withError } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, typed } from '../../../platform/web.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/definition.tsx'
import { BothVersions } from '../../../ui/diff.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { changeIdentity } from '../acts/change-identity.ts'
import { IdentityFields, personErrors } from '../parts/person-fields.tsx'
import { differences, inputOf } from '../rules/identity-input.ts'
import { fullName } from '../rules/name.ts'
import { identityForm } from '../rules/person-form.ts'
import { findIdentity, type WholeIdentity } from '../store/identity.ts'
import { texts } from '../texts.ts'

const noAddress = { addressKind: 'home', street: '', houseNumber: '', postcode: '', city: '' } as const

/** Changing the client's own data. The BSN is not filled in: who has a new one types it. */
export async function get(c: Ctx): Promise<Response> {
  const now = await load(c)
  return view(c, now, filledForm({ ...inputNow(now), gezien: now.seen }))
}

export async function post(c: Ctx): Promise<Response> {
  const client = idParam<ClientId>(c, 'clientId')
  const input = await typed(c)
  const form = parseForm(identityForm, input)
  if (!form.ok) return again(c, await load(c), form.state)
  const seen = String(input.gezien ?? '')
  try {
    await changeIdentity(asker(c), { client, seen, secret: c.var.house.keys.secret }, form.value)
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    return stale(c, await load(c), input)
  }
  return done(c, link('identity', { clientId: client }), 'gegevens')
}

async function load(c: Ctx): Promise<WholeIdentity> {
  const client = idParam<ClientId>(c, 'clientId')
  const identity = await read(asker(c), [{ dossier: client, purpose: 'care' }], (tx) =>
    findIdentity(tx, client),
  )
  if (!identity) throw new NotFound('identity is not open')
  return identity
}

function stale(c: Ctx, now: WholeIdentity, input: FormState['input']): Promise<Response> {
  // Nothing changed since: then it was the gate that refused to write.
  if (input.gezien === now.seen) throw new NotFound('identity is not writable')
  return again(c, now, withError({ ...input, gezien: now.seen }, '', 'stale'))
}

async function again(c: Ctx, now: WholeIdentity, state: FormState): Promise<Response> {
  c.status(422)
  return view(c, now, state)
}

function view(c: Ctx, now: WholeIdentity, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].edit
  const of = { clientId: now.client.id }
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('identity', of)}>{texts[lang].backTo(fullName(now.client))}</A>
      </p>
      <PageHeading title={t.title} soft={fullName(now.client)} />
      {state.errors[''] === 'stale' && <Versions lang={lang} now={now} state={state} />}
      <Form state={state} words={{ ...personErrors(lang), stale: t.stale }}>
        <Hidden name="gezien" value={String(state.input.gezien ?? '')} />
        <IdentityFields lang={lang} hasBsn={now.details.bsnSealed !== null} />
        <Actions>
          <Button>{t.submit}</Button>
          <ButtonLink href={link('death', of)} kind="plain">
            {t.death}
          </ButtonLink>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}

function inputNow({ client, details, address }: WholeIdentity): Record<string, string> {
  const { bsnSealed, version, ...shown } = details
  const { givenName, infix, familyName, birthDate } = client
  const { id, ...lives } = address ?? { id: '', ...noAddress }
  return inputOf({ givenName, infix, familyName, birthDate, ...shown, ...lives })
}

// Only what differs, side by side.
function Versions({ lang, now, state }: { lang: Lang; now: WholeIdentity; state: FormState }) {
  const labels: Record<string, unknown> = texts[lang].fields
  const theirs = inputNow(now)
  const fields = differences(theirs, state.input)
  const facts = (input: FormState['input']) => (
    <Facts
      items={fields.map((field) => ({
        label: String(labels[field]),
        value: String(input[field] ?? '') || '–',
      }))}
    />
  )
  return <BothVersions level={2} theirs={facts(theirs)} mine={facts(state.input)} />
}
