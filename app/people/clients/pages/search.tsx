import { writeDay } from '../../../core/day.ts'
import { emptyForm, type FormState, filledForm, parseForm, withError } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { link } from '../../../links.ts'
import { asker, type Ctx, done, me, typed } from '../../../platform/web.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { searchPeople } from '../acts/search-people.ts'
import { FoundPeople } from '../parts/found-people.tsx'
import { personErrors, SearchFields } from '../parts/person-fields.tsx'
import { type Found, sortFound } from '../rules/found.ts'
import { type Search, searchForm } from '../rules/person-form.ts'
import { rememberedSearch, rememberSearch } from '../store/remembered-search.ts'
import { texts } from '../texts.ts'

/** Is this person here already? Only the address that a search led to searches again. */
export async function get(c: Ctx): Promise<Response> {
  const search = c.req.query('gevonden') === undefined ? null : rememberedSearch(c)
  if (!search) return view(c, emptyForm, null)
  const found = await searchPeople(asker(c), search, 'care')
  if (typeof found !== 'string') return view(c, filledForm(typedFor(search)), found, search.everywhere)
  c.status(422)
  const field = found === 'too-many' ? 'everywhere' : 'familyName'
  return view(c, withError(typedFor(search), field, found), null)
}

export async function post(c: Ctx): Promise<Response> {
  const form = parseForm(searchForm, await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, form.state, null)
  }
  rememberSearch(c, { ...form.value, everywhere: form.value.everywhere && mayAskRegion(c) })
  return done(c, link('search', {}, { gevonden: 'ja' }))
}

// Whether somebody is known elsewhere is asked by who may register, or may have to open in an emergency; the gate answers
// nobody else.
function mayAskRegion(c: Ctx): boolean {
  return mayRegister(c) || mayOpenUrgently(c)
}

function mayRegister(c: Ctx): boolean {
  return ['practitioner', 'secretariat'].includes(me(c).role)
}

function mayOpenUrgently(c: Ctx): boolean {
  return ['practitioner', 'duty-desk'].includes(me(c).role)
}

function typedFor(search: Search): Record<string, string> {
  return {
    givenName: search.givenName,
    infix: search.infix,
    familyName: search.familyName,
    birthDate: search.birthDate ? writeDay(search.birthDate) : '',
    phone: search.phone,
    ...(search.everywhere && { everywhere: 'ja' }),
  }
}

function ComeBack({ c, clientId }: { c: Ctx; clientId: ClientId }) {
  const [team] = me(c).teams
  return (
    team && (
      <ButtonLink kind="quiet" icon="history" href={link('comeBack', { clientId }, { team: team.id })}>
        {texts[c.var.lang].found.comeBack}
      </ButtonLink>
    )
  )
}

// Another team knows somebody with this name, and nothing else was said that tells two of one name apart.
function isGuess({ input }: FormState, found: Found[]): boolean {
  return !input.birthDate && !input.phone && sortFound(found).known.length > 0
}

function view(c: Ctx, state: FormState, found: Found[] | null, wide = false) {
  const { lang } = c.var
  const t = texts[lang].search
  return c.render(
    <Stack narrow>
      <PageHeading title={t.title} soft={t.soft} />
      {found && (
        <FoundPeople
          lang={lang}
          found={found}
          wide={wide}
          ownTeams={me(c).teams.map(({ name }) => name)}
          comeBack={(clientId) => mayRegister(c) && <ComeBack c={c} clientId={clientId} />}
          urgent={mayOpenUrgently(c) && <A href={link('urgent')}>{t.urgent}</A>}
        />
      )}
      {found && isGuess(state, found) && <Notice>{t.onlyName}</Notice>}
      <Form state={state} words={personErrors(lang)} action={link('search')}>
        <SearchFields lang={lang} everywhere={mayAskRegion(c)} />
        <Actions>
          <Button icon="search">{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}
