import { writeDay } from '../../../core/day.ts'
import { type FormState, filledForm, parseForm, withError } from '../../../core/form.ts'
import type { TeamId } from '../../../core/id.ts'
import { link } from '../../../links.ts'
import { fileErrors, fileIn } from '../../../office/documents/door.ts'
import {
  type Card as CardFound,
  detailFields,
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
import { asker, type Ctx, done, me, sent, teamOf, typed } from '../../../platform/web.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { type Letter, type NewReferral, newReferralForm, receiveReferral } from '../acts/receive-referral.ts'
import { AreaNotice } from '../parts/area-notice.tsx'
import { KnownPeople } from '../parts/known-people.tsx'
import { NewReferralFields } from '../parts/new-referral-fields.tsx'
import { texts } from '../texts.ts'

type Looked = {
  search: Search
  found: Awaited<ReturnType<typeof searchPeople>>
  area: Area | null
  teams: { id: TeamId; name: string }[]
}

/** First look whether this person is known, then write the referral down: nobody is entered twice. */
export async function get(c: Ctx): Promise<Response> {
  const search = c.req.query('stap') === '2' ? rememberedSearch(c) : null
  if (!search) return firstView(c, filledForm({}))
  const looked = await look(c, search)
  if (looked.found === 'too-little') {
    c.status(422)
    return firstView(c, withError(started(search), 'familyName', 'too-little'))
  }
  return view(c, looked, filledForm(started(search)))
}

export async function post(c: Ctx): Promise<Response> {
  const input = await typed(c)
  const team = teamOf(c)
  if (input.step === 'search') return search(c, input, team.id)
  const form = parseForm(newReferralForm, input)
  const letter = await fileIn((await sent(c)).get('file'))
  if (!form.ok) return again(c, form.state)
  if (typeof letter === 'string') return again(c, withError(input, 'file', letter))
  const stopped = await stop(c, input, form.value)
  return stopped ?? store(c, team.id, { ...form.value, letter })
}

// A browser does not keep a chosen file: what is wrong with it is said, and it is chosen again.
async function again(c: Ctx, state: FormState): Promise<Response> {
  c.status(422)
  const search0 = rememberedSearch(c)
  return view(c, search0 && (await look(c, search0)), state)
}

type Received = NewReferral & { letter: Letter | null }

async function store(c: Ctx, team: TeamId, form: Received): Promise<Response> {
  const { client, referral } = await receiveReferral(asker(c), c.var.house.keys.secret, team, form)
  if (me(c).teams.some(({ id }) => id === form.colleagueOf)) return done(c, shieldedHref(team, form))
  return done(c, link('referral', { clientId: client, referralId: referral }), 'gedaan')
}

// What the fields by themselves cannot know: somebody like this is here already, or this team may not see the person.
async function stop(c: Ctx, input: FormState['input'], form: NewReferral): Promise<Response | null> {
  const same = input.isOther === 'ja' ? null : await lookForSame(c, form)
  if (same) {
    c.status(422)
    return view(c, same, withError(input, 'isOther', 'same-person'))
  }
  const team = teamOf(c).id
  if (form.colleagueOf !== team || (form.handledBy && form.handledBy !== team)) return null
  const teams = await read(asker(c), [], listTeams)
  const looked = { search: searchOf(form), found: [], area: null, teams }
  c.status(422)
  return view(c, looked, withError(input, 'handledBy', 'needs-other-team'))
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

// The writer may not see it either: the inbox says what was done, and who goes on with it.
function shieldedHref(team: TeamId, { colleagueOf, handledBy }: NewReferral): string {
  const by = colleagueOf === team ? handledBy : team
  return link('referrals', {}, { team, voor: colleagueOf ?? '', door: by ?? '' })
}

// Nobody is stored twice without a word: who has the same name and birth date is shown first.
async function lookForSame(c: Ctx, form: NewReferral): Promise<Looked | null> {
  if (!isSearchable(form.givenName + form.familyName)) return null
  const search = searchOf(form)
  const looked = await look(c, { ...search, birthDate: null })
  const same = cardsIn(looked).filter((card) => isSameAs(card, form))
  return same.length > 0 ? { ...looked, search, found: same } : null
}

function searchOf({ givenName, infix, familyName, birthDate }: NewReferral): Search {
  return { givenName, infix, familyName, birthDate, phone: '', postcode: '', everywhere: false }
}

// The search wants two letters at least.
function isSearchable(name: string): boolean {
  return /[a-z].*[a-z]/i.test(name.normalize('NFD'))
}

function cardsIn({ found }: Looked): CardFound[] {
  return typeof found === 'string' ? [] : sortFound(found).cards
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
      {looked && <KnownPeople lang={lang} found={looked.found} team={team} ownTeams={me(c).teams} />}
      <Card heading={t.write}>
        <Form
          state={state}
          words={{ ...personErrors(lang), ...fileErrors(lang), ...t.errors }}
          draft="nieuwe-aanmelding"
          multipart
        >
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
  return ['colleagueOf', 'handledBy', ...Object.keys(detailFields)].some((field) => field in errors)
}

function meets(looked: Looked): boolean {
  return cardsIn(looked).some((card) => isSameAs(card, looked.search))
}
