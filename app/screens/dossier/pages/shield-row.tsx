import { dayOf } from '../../../core/day.ts'
import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { kindWord } from '../../../path/contacts/door.ts'
import { type Client, findClient, fullName } from '../../../people/clients/door.ts'
import { isOwnParty, rowShieldForm, shieldRow, writeParty } from '../../../people/consent/door.ts'
import { listColleagues, listOrganisations } from '../../../people/staff/door.ts'
import { read, type Tx } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, me, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Radios, Select } from '../../../ui/choice.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { type DossierEvent, isContact } from '../rules/event.ts'
import { canShield } from '../rules/shieldable.ts'
import { findEvent } from '../store/timeline.ts'
import { texts } from '../texts.ts'

type Option = { value: string; label: string }
type Opened = { client: Client; event: DossierEvent; options: Option[] }

/** The client shows one thing that was written down not to somebody, or shows it again. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await load(c), emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const opened = await load(c)
  const input = await typed(c)
  const form = parseForm(rowShieldForm, input)
  if (!form.ok) return again(c, opened, form.state)
  if (!opened.options.some((option) => option.value === writeParty(form.value.party)))
    return again(c, opened, withError(input, 'party', 'no-such-party'))
  const { what, party } = form.value
  const isOwn = isOwnParty(party, me(c))
  if (what === 'lift' && isOwn) return again(c, opened, withError(input, 'party', 'not-your-own'))
  const of = { clientId: opened.client.id, rowId: opened.event.rowId }
  await shieldRow(asker(c), opened.client.id, of.rowId, form.value)
  // Who shielded it from oneself has no page of it to go back to.
  if (isOwn) return done(c, link('dossier', { clientId: of.clientId }), 'afgeschermd')
  return done(c, link('shieldRow', of, { voor: writeParty(party) }), what)
}

function load(c: Ctx): Promise<Opened> {
  const [id, row] = [idParam<ClientId>(c, 'clientId'), idParam<string>(c, 'rowId')]
  return read(asker(c), [{ dossier: id, purpose: 'care' }], async (tx) => {
    const client = await findClient(tx, id)
    const event = await findEvent(tx, id, row)
    if (!client || !event || !canShield(event)) throw new NotFound('no such event')
    return { client, event, options: await listParties(c, tx) }
  })
}

async function listParties(c: Ctx, tx: Tx): Promise<Option[]> {
  const [team] = me(c).teams
  const organisations = await listOrganisations(tx)
  const colleagues = team ? await listColleagues(tx, team.id, c.var.lang) : []
  return [
    ...organisations.map((one) => ({ value: `organisation:${one.id}`, label: one.name })),
    ...colleagues.map((one) => ({ value: `person:${one.personId}`, label: `${one.name}, ${one.function}` })),
  ]
}

async function again(c: Ctx, opened: Opened, state: FormState): Promise<Response> {
  c.status(422)
  return view(c, opened, state)
}

function view(c: Ctx, { client, event, options }: Opened, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].shield
  const said = saidOf(c, options)
  const whats = Object.entries(t.whats).map(([value, label]) => ({ value, label }))
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('dossier', { clientId: client.id })}>{texts[lang].backToStory}</A>
      </p>
      <p>
        <A href={link('consent', { clientId: client.id })}>{texts[lang].backToConsent}</A>
      </p>
      <PageHeading title={t.title} soft={fullName(client)} />
      {said && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <Card heading={wordOf(event, lang)}>
        <p class="soft">
          {[sayDay(dayOf(event.at), lang, 'long'), event.person].filter(Boolean).join(' · ')}
        </p>
      </Card>
      <p>{t.text}</p>
      <Form state={state} words={t.errors}>
        <Radios name="what" legend={t.what} value="shield" inline options={whats} />
        <p class="soft">{t.notYourOwn}</p>
        <Select name="party" label={t.party} hint={t.self} options={options} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}

// What was done, in the name of the list: of whoever is not on it nothing is said.
function saidOf(c: Ctx, options: Option[]): string | undefined {
  const t = texts[c.var.lang].shield
  const party = options.find(({ value }) => value === c.req.query('voor'))
  const words: Record<string, (party: string) => string> = { shield: t.shielded, lift: t.lifted }
  return party && words[c.req.query('gedaan') ?? '']?.(party.label)
}

function wordOf(event: DossierEvent, lang: 'nl' | 'en'): string {
  if (isContact(event)) return kindWord(event.kind.slice('contacts.'.length) as 'visit', lang)
  const kinds: Record<string, string> = texts[lang].kinds
  return kinds[event.kind] ?? kinds['agenda.'] ?? ''
}
