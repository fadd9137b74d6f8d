import { writeDay } from '../../../core/day.ts'
import { type FormState, filledForm, parseForm } from '../../../core/form.ts'
import type { TeamId } from '../../../core/id.ts'
import { link } from '../../../links.ts'
import {
  type Found,
  FoundPeople,
  personErrors,
  rememberedSearch,
  rememberSearch,
  type Search,
  SearchFields,
  searchForm,
  searchPeople,
} from '../../../people/clients/door.ts'
import { type Area, findArea, listTeams } from '../../../people/staff/door.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, teamOf, typed } from '../../../platform/web.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { newReferralForm, receiveReferral } from '../acts/receive-referral.ts'
import { AreaNotice } from '../parts/area-notice.tsx'
import { NewReferralFields } from '../parts/new-referral-fields.tsx'
import { texts } from '../texts.ts'

type Looked = {
  search: Search
  found: Found[] | 'too-many'
  area: Area | null
  teams: { id: TeamId; name: string }[]
}

/** First look whether this person is known, then write the referral down: nobody is entered twice. */
export async function get(c: Ctx): Promise<Response> {
  const search = c.req.query('stap') === '2' ? rememberedSearch(c) : null
  if (!search) return firstView(c, filledForm({}))
  const looked = await look(c, search)
  return view(c, looked, filledForm(started(search)))
}

export async function post(c: Ctx): Promise<Response> {
  const input = await typed(c)
  const team = teamOf(c)
  if (input.step === 'search') return search(c, input, team.id)
  const form = parseForm(newReferralForm, input)
  if (form.ok) {
    const { client, referral } = await receiveReferral(asker(c), c.var.house.keys.secret, team.id, form.value)
    return done(c, link('referral', { clientId: client, referralId: referral }), 'gedaan')
  }
  c.status(422)
  const search0 = rememberedSearch(c)
  return view(c, search0 && (await look(c, search0)), form.state)
}

function search(c: Ctx, input: Record<string, string | string[]>, team: TeamId) {
  const form = parseForm(searchForm, { ...input, everywhere: 'ja' })
  if (!form.ok) {
    c.status(422)
    return firstView(c, form.state)
  }
  rememberSearch(c, form.value)
  return done(c, link('newReferral', {}, { team, stap: '2' }))
}

async function look(c: Ctx, search: Search): Promise<Looked> {
  const found = await searchPeople(asker(c), search, 'referral')
  const [area, teams] = await read(
    asker(c),
    [],
    async (tx) =>
      [search.postcode ? await findArea(tx, search.postcode) : null, await listTeams(tx)] as const,
  )
  return { search, found, area, teams }
}

// Nobody types twice what was typed in the search.
function started(search: Search): Record<string, string> {
  const { givenName, infix, familyName, phone, postcode, birthDate } = search
  return { givenName, infix, familyName, phone, postcode, birthDate: birthDate ? writeDay(birthDate) : '' }
}

function firstView(c: Ctx, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].newReferral
  return c.render(
    <Stack narrow>
      <PageHeading title={t.title} soft={t.team(teamOf(c).name)} />
      <p>{t.first}</p>
      <Form state={state} words={personErrors(lang)}>
        <Hidden name="step" value="search" />
        <SearchFields lang={lang} postcode />
        <Actions>
          <Button icon="search">{t.look}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'referrals' },
  )
}

function view(c: Ctx, looked: Looked | null, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].newReferral
  const team = teamOf(c)
  return c.render(
    <Stack narrow>
      <PageHeading title={t.title} soft={t.team(team.name)}>
        <ButtonLink kind="plain" href={link('newReferral', {}, { team: team.id })} icon="search">
          {t.again}
        </ButtonLink>
      </PageHeading>
      {looked?.search.postcode && <AreaNotice lang={lang} area={looked.area} team={team} />}
      {looked && <Known c={c} looked={looked} />}
      <Card heading={t.write}>
        <Form state={state} words={{ ...personErrors(lang), ...t.errors }} draft="nieuwe-aanmelding">
          <NewReferralFields lang={lang} teams={looked?.teams ?? []} />
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      </Card>
    </Stack>,
    { title: t.title, current: 'referrals' },
  )
}

function Known({ c, looked }: { c: Ctx; looked: Looked }) {
  const { lang } = c.var
  const t = texts[lang].newReferral
  if (looked.found === 'too-many') return <Notice kind="warn">{t.tooMany}</Notice>
  if (looked.found.length === 0) return <Notice kind="success">{t.unknown}</Notice>
  return (
    <FoundPeople
      lang={lang}
      found={looked.found}
      comeBack={(clientId) => (
        <ButtonLink kind="quiet" icon="history" href={link('comeBack', { clientId }, { team: teamOf(c).id })}>
          {t.comeBack}
        </ButtonLink>
      )}
    />
  )
}
