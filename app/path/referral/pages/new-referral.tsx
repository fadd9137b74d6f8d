import { writeDay } from '../../../core/day.ts'
import { type FormState, filledForm, parseForm, withError } from '../../../core/form.ts'
import type { ClientId, TeamId } from '../../../core/id.ts'
import { link } from '../../../links.ts'
import {
  type Card as CardFound,
  detailFields,
  type Found,
  FoundPeople,
  isSameAs,
  personErrors,
  rememberedSearch,
  rememberSearch,
  type Search,
  SearchFields,
  searchForm,
  searchPeople,
  sortFound,
} from '../../../people/clients/door.ts'
import { type Area, findArea, listTeams } from '../../../people/staff/door.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, me, teamOf, typed } from '../../../platform/web.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { type NewReferral, newReferralForm, receiveReferral } from '../acts/receive-referral.ts'
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
    const looked = input.isOther === 'ja' ? null : await lookForSame(c, form.value)
    if (looked) {
      c.status(422)
      return view(c, looked, withError(input, 'isOther', 'same-person'))
    }
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

// Nobody is stored twice without a word: who has the same name and birth date is shown first.
async function lookForSame(c: Ctx, form: NewReferral): Promise<Looked | null> {
  const { givenName, infix, familyName, birthDate, postcode } = form
  if (!isSearchable(givenName + familyName)) return null
  const search = { givenName, infix, familyName, birthDate, phone: '', postcode, everywhere: false }
  const looked = await look(c, { ...search, birthDate: null })
  const same = cardsIn(looked).filter((card) => isSameAs(card, form))
  return same.length > 0 ? { ...looked, search, found: same } : null
}

// The search wants two letters at least.
function isSearchable(name: string): boolean {
  return /[a-z].*[a-z]/i.test(name.normalize('NFD'))
}

function cardsIn({ found }: Looked): CardFound[] {
  return found === 'too-many' ? [] : sortFound(found).cards
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
  const isAsked = looked !== null && (state.errors.isOther !== undefined || meets(looked))
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
          <NewReferralFields lang={lang} teams={looked?.teams ?? []} isMoreWrong={isMoreWrong(state)} />
          {isAsked && <Checkbox name="isOther" label={t.isOther} hint={t.isOtherHint} />}
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      </Card>
    </Stack>,
    { title: t.title, current: 'referrals' },
  )
}

// A fold that hides what is wrong must stand open.
function isMoreWrong({ errors }: FormState): boolean {
  return ['colleagueOf', ...Object.keys(detailFields)].some((field) => field in errors)
}

function meets(looked: Looked): boolean {
  return cardsIn(looked).some((card) => isSameAs(card, looked.search))
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
      ownTeams={me(c).teams.map(({ name }) => name)}
      action={(card) => <SamePerson c={c} card={card} />}
      comeBack={(clientId) => <ComeBack c={c} clientId={clientId} word={t.comeBack} />}
    />
  )
}

// What to do when this is the person: whom the team knows needs no second dossier.
function SamePerson({ c, card }: { c: Ctx; card: CardFound }) {
  const t = texts[c.var.lang].newReferral
  const { clientId } = card
  if (card.leftOn) return <ComeBack c={c} clientId={clientId} word={t.sameLeft} />
  const waits = card.phase === 'referral'
  return (
    <ButtonLink
      kind="quiet"
      icon={waits ? 'book-open' : 'paperclip'}
      href={link(waits ? 'dossier' : 'newFile', { clientId })}
    >
      {waits ? t.sameWaits : t.sameInCare}
    </ButtonLink>
  )
}

function ComeBack({ c, clientId, word }: { c: Ctx; clientId: ClientId; word: string }) {
  return (
    <ButtonLink kind="quiet" icon="history" href={link('comeBack', { clientId }, { team: teamOf(c).id })}>
      {word}
    </ButtonLink>
  )
}
