import type { Day } from '../../../core/day.ts'
import { type Lang, sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { DossierHead } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { type Ctx, me } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Columns, Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Earlier } from '../parts/earlier.tsx'
import { arrangesCare, contactPersons, holderOf, type Part, parts } from '../rules/part.ts'
import { isOn, type Lasting, openStay } from '../rules/stay.ts'
import type { CareOverview } from '../store/overview.ts'
import { texts } from '../texts.ts'
import { type Opened, openOnly } from './opened.tsx'

type Shown = { lang: Lang; opened: Opened; arranges: boolean }

/** Who does what for this client: contact person, parts, organisations, and with which team since when. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await openOnly(c))
}

function view(c: Ctx, opened: Opened) {
  const { lang } = c.var
  const t = texts[lang].care
  const { client, overview } = opened
  const shown = { lang, opened, arranges: arrangesCare(me(c).role) }
  const said = (t.done as Record<string, string | undefined>)[c.req.query('gedaan') ?? '']
  return c.render(
    <Stack>
      <DossierHead lang={lang} client={client} today={today()} current="care">
        <Leaving c={c} {...shown} />
      </DossierHead>
      {said && <Notice kind="success">{said}</Notice>}
      <Temporary lang={lang} overview={overview} />
      <Columns>
        <Stack>
          <Contact {...shown} />
          <Parts {...shown} />
        </Stack>
        <Stack>
          <Organisations {...shown} />
          <Stay {...shown} />
        </Stack>
      </Columns>
      <Earlier lang={lang} overview={overview} today={today()} />
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}

function Leaving({ c, lang, opened, arranges }: Shown & { c: Ctx }) {
  const t = texts[lang].care
  const stay = openStay(
    opened.overview.periods,
    me(c).teams.map((team) => team.id),
  )
  if (!stay || !arranges) return null
  return (
    <ButtonLink kind="plain" href={link('outflow', { clientId: opened.client.id })}>
      {stay.phase === 'aftercare' ? t.endAftercare : t.outflow}
    </ButtonLink>
  )
}

function Temporary({ lang, overview }: { lang: Lang; overview: CareOverview }) {
  const t = texts[lang].care
  const offer = overview.temporaryOffer
  if (!offer || offer.endsOn < today()) return null
  return (
    <Notice kind="info" title={t.temporary(sayDay(offer.endsOn, lang))}>
      <p>
        {t.temporaryTalk(sayDay(offer.talkOn, lang))} {offer.reason}
      </p>
    </Notice>
  )
}

function Contact({ lang, opened }: Shown) {
  const t = texts[lang].care
  const { first, otherwise } = contactPersons(opened.overview.assignments, today())
  return (
    <Card heading={t.contact} kind="brand">
      {first ? (
        <p>
          <strong>{t.contactIs(first.name)}</strong> {otherwise && t.contactElse(otherwise.name)}
        </p>
      ) : (
        <p>{t.noContact}</p>
      )}
    </Card>
  )
}

function Parts(shown: Shown) {
  const t = texts[shown.lang].care
  return (
    <Card heading={t.parts}>
      <List>
        {parts.map((part) => (
          <PartRow part={part} {...shown} />
        ))}
      </List>
    </Card>
  )
}

function PartRow({ part, lang, opened, arranges }: Shown & { part: Part }) {
  const t = texts[lang].care
  const name = texts[lang].parts[part]
  const holder = holderOf(opened.overview.assignments, part, today())
  const coming = opened.overview.assignments.find((a) => a.part === part && a.from > today())
  const soft = [
    holder && `${holder.organisation} · ${lasting(holder, lang)}`,
    coming && `${coming.name} ${texts[lang].fromDay(sayDay(coming.from, lang))}`,
  ]
  const action = arranges && (
    <ButtonLink
      small
      kind="quiet"
      href={link('assignPart', { clientId: opened.client.id }, { taak: part })}
      aria-label={`${holder ? t.change : t.choose}: ${name}`}
    >
      {holder ? t.change : t.choose}
    </ButtonLink>
  )
  return (
    <ListRow soft={soft.filter(Boolean).join(' · ')} action={action}>
      <span class="sentence">{name}</span>:{' '}
      {holder ? <strong>{holder.name}</strong> : <span class="soft">{t.nobody}</span>}
    </ListRow>
  )
}

function Organisations({ lang, opened, arranges }: Shown) {
  const t = texts[lang].care
  const clientId = opened.client.id
  const running = opened.overview.involvements.filter((i) => isOn(i, today()) || i.from > today())
  const add = arranges && <A href={link('involve', { clientId })}>{t.involve}</A>
  return (
    <Card heading={t.organisations} actions={add}>
      {running.length === 0 && <p class="soft">{t.noOrganisations}</p>}
      <List>
        {running.map((i) => (
          <ListRow
            soft={lasting(i, lang)}
            action={
              arranges &&
              i.until === null && (
                <ButtonLink
                  small
                  kind="quiet"
                  href={link('endInvolvement', { clientId, organisationId: i.organisationId })}
                  aria-label={t.endLabel(i.organisation)}
                >
                  {t.end}
                </ButtonLink>
              )
            }
          >
            {i.organisation}
          </ListRow>
        ))}
      </List>
    </Card>
  )
}

function Stay({ lang, opened }: Shown) {
  const t = texts[lang].care
  const here = opened.overview.periods.filter((period) => period.until === null || period.until >= today())
  return (
    <Card heading={t.stay}>
      <List>
        {here.map((period) => (
          <ListRow soft={lasting(period, lang)}>
            {period.team} · {texts[lang].phases[period.phase]}
          </ListRow>
        ))}
      </List>
    </Card>
  )
}

function lasting({ from, until }: Lasting, lang: Lang): string {
  const t = texts[lang]
  const say = (day: Day) => sayDay(day, lang)
  const begin = from > today() ? t.fromDay(say(from)) : t.since(say(from))
  return until ? `${begin} ${t.until(say(until))}` : begin
}
