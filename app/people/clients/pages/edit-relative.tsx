import { type FormState, filledForm, parseForm, versionIn, withError } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/definition.tsx'
import { BothVersions } from '../../../ui/diff.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { changeBeside } from '../acts/change-beside.ts'
import { PeriodFields, ReachFields, RelativeFields, RepresentativeFields } from '../parts/beside-fields.tsx'
import { besideForm } from '../rules/beside-form.ts'
import { type BesideInput, inputOfBeside } from '../rules/beside-input.ts'
import { differences } from '../rules/identity-input.ts'
import { fullName } from '../rules/name.ts'
import { type Client, findClient } from '../store/clients.ts'
import { listRelatives } from '../store/relatives.ts'
import { listRepresentatives } from '../store/representatives.ts'
import { texts } from '../texts.ts'

type Loaded = { client: Client; id: string; version: number; input: BesideInput }

/** The card of somebody beside the client: what changed, and until when. */
export async function get(c: Ctx): Promise<Response> {
  const now = await load(c)
  return view(c, now, filledForm({ ...now.input, version: String(now.version) }))
}

export async function post(c: Ctx): Promise<Response> {
  const now = await load(c)
  // What somebody is does not change: a sister who becomes a mentor is written down as one.
  const input = { ...(await typed(c)), what: now.input.what }
  const form = parseForm(besideForm, input)
  if (!form.ok) return again(c, now, form.state)
  try {
    await changeBeside(asker(c), now.client.id, { id: now.id, version: versionIn(input) }, form.value)
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    return stale(c, input)
  }
  return done(c, link('relatives', { clientId: now.client.id }), 'gewijzigd')
}

async function load(c: Ctx): Promise<Loaded> {
  const [client, id] = [idParam<ClientId>(c, 'clientId'), idParam<string>(c, 'besideId')]
  return read(asker(c), [{ dossier: client, purpose: 'care' }], async (tx) => {
    const whose = await findClient(tx, client)
    const relative = (await listRelatives(tx, client)).find((one) => one.id === id)
    const representative = (await listRepresentatives(tx, client)).find((one) => one.id === id)
    const row = relative ?? representative
    if (!whose || !row) throw new NotFound('nobody like that beside this client')
    return { client: whose, id, version: row.version, input: inputOfBeside(row) }
  })
}

async function stale(c: Ctx, input: FormState['input']): Promise<Response> {
  const now = await load(c)
  const version = String(now.version)
  // Nothing changed since: then it was the gate that refused to write.
  if (input.version === version) throw new NotFound('this card is not writable')
  return again(c, now, withError({ ...input, version }, '', 'stale'))
}

async function again(c: Ctx, now: Loaded, state: FormState): Promise<Response> {
  c.status(422)
  return view(c, now, state)
}

function view(c: Ctx, now: Loaded, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].editBeside
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('relatives', { clientId: now.client.id })}>{t.back}</A>
      </p>
      <PageHeading title={now.input.name} soft={`${t.beside} ${fullName(now.client)}`} />
      {state.errors[''] === 'stale' && <Versions lang={lang} now={now} state={state} />}
      <Form state={state} words={{ ...texts[lang].newBeside.errors, stale: t.stale }}>
        <Hidden name="version" value={String(state.input.version ?? '')} />
        <ReachFields lang={lang} />
        {now.input.what === 'relative' ? (
          <>
            <RelativeFields lang={lang} />
            <PeriodFields lang={lang} open />
          </>
        ) : (
          <RepresentativeFields lang={lang} />
        )}
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: now.input.name, current: 'clients' },
  )
}

// Only what differs, side by side.
function Versions({ lang, now, state }: { lang: Lang; now: Loaded; state: FormState }) {
  const labels: Record<string, unknown> = texts[lang].newBeside
  const codes: Record<string, string> = { ...texts[lang].beside.kinds, ...texts[lang].beside.scopes }
  const fields = differences(now.input, state.input)
  const said = (value: string) => codes[value] ?? value
  const facts = (input: FormState['input']) => (
    <Facts
      items={fields.map((field) => ({
        label: String(labels[field]),
        value: said(String(input[field] ?? '')) || '–',
      }))}
    />
  )
  return <BothVersions level={2} theirs={facts(now.input)} mine={facts(state.input)} />
}
