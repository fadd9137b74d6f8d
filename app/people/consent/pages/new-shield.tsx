import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { asker, type Ctx, done, me, typed } from '../../../platform/web.ts'
import { Checkboxes, Radios, Select } from '../../../ui/choice.tsx'
import type { Client } from '../../clients/door.ts'
import { listColleagues, listOrganisations, listTeams } from '../../staff/door.ts'
import { shieldParts } from '../acts/shield-parts.ts'
import { partOptions } from '../parts/part-words.ts'
import { shieldForm } from '../rules/consent-forms.ts'
import { isOwnParty, writeParty } from '../rules/party.ts'
import { texts } from '../texts.ts'
import { consentLink, GivenBy, openClient, renderStep } from './step.tsx'

/** The client shields parts from an organisation, a colleague or a team - or no longer. */
export async function get(c: Ctx): Promise<Response> {
  const [client, options] = await load(c)
  return view(c, client, { options, state: emptyForm })
}

export async function post(c: Ctx): Promise<Response> {
  const [client, options] = await load(c)
  const input = await typed(c)
  const form = parseForm(shieldForm, input)
  if (!form.ok) return again(c, client, { options, state: form.state })
  if (!options.some((option) => option.value === writeParty(form.value.party)))
    return again(c, client, { options, state: withError(input, 'party', 'no-such-party') })
  const { what, how, party } = form.value
  const isOwn = isOwnParty(party, me(c))
  if (what === 'lift' && isOwn)
    return again(c, client, { options, state: withError(input, 'party', 'not-your-own') })
  await shieldParts(asker(c), client.id, form.value)
  // Who shielded the whole dossier from oneself has nothing to go back to.
  const leaves = what === 'shield' && how === 'all' && isOwn
  return leaves ? done(c, link('clients')) : done(c, consentLink(client), 'afgeschermd')
}

type Option = { value: string; label: string }

// The client, organisations, teams, and the colleagues of the own teams: no more than four statements.
function load(c: Ctx): Promise<[Client, Option[]]> {
  const { lang } = c.var
  const [team] = me(c).teams
  return openClient(c, async (tx) => {
    const organisations = await listOrganisations(tx)
    const teams = await listTeams(tx)
    const colleagues = team ? await listColleagues(tx, team.id, lang) : []
    return [
      ...organisations.map((one) => ({ value: `organisation:${one.id}`, label: one.name })),
      ...teams.map((one) => ({ value: `team:${one.id}`, label: texts[lang].shield.team(one.name) })),
      ...colleagues.map((one) => ({
        value: `person:${one.personId}`,
        label: `${one.name}, ${one.function}`,
      })),
    ]
  })
}

type Shown = { options: Option[]; state: FormState }

async function again(c: Ctx, client: Client, shown: Shown): Promise<Response> {
  c.status(422)
  return view(c, client, shown)
}

function view(c: Ctx, client: Client, { options, state }: Shown) {
  const { lang } = c.var
  const t = texts[lang].shield
  return renderStep({
    c,
    client,
    title: t.title,
    submit: t.submit,
    state,
    lead: t.text,
    children: (
      <>
        <Radios name="what" legend={t.what} value="shield" inline options={pairs(t.whats)} />
        <p class="soft">{t.notYourOwn}</p>
        <Select name="party" label={t.party} hint={t.self} options={options} />
        <Radios
          name="how"
          legend={t.how}
          options={[
            { value: 'all', label: t.hows.all },
            {
              value: 'some',
              label: t.hows.some,
              more: <Checkboxes name="sections" legend={t.sections} options={partOptions(lang)} />,
            },
          ]}
        />
        <GivenBy c={c} />
      </>
    ),
  })
}

function pairs(labels: Record<string, string>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
