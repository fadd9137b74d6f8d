import type { Child } from 'hono/jsx'
import type { ClientId } from '../../../core/id.ts'
import { type Lang, sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Card as Frame } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Phone } from '../../../ui/phone.tsx'
import { type Card, type Found, type Known, sortFound } from '../rules/found.ts'
import { fullName, initials } from '../rules/name.ts'
import { texts } from '../texts.ts'

type Props = {
  lang: Lang
  found: Found[]
  action?: (card: Card) => Child
  comeBack?: (clientId: ClientId) => Child
  /** names of the asker's own teams */
  ownTeams?: string[]
  /** under what other teams know: the way to look in an emergency */
  urgent?: Child
  /** the region was asked too: nobody outside the team may mean that too little was filled in */
  wide?: boolean
  /** where an own client's name leads; the dossier when not said */
  to?: (card: Card) => string
}

/** What a search found: own clients with the way to their dossier, and teams that know somebody like this. */
export function FoundPeople(props: Props) {
  const { lang, found, action, comeBack, ownTeams = [], urgent, wide, to = dossierOf } = props
  const t = texts[lang].found
  const { cards, known } = sortFound(found)
  const isOurs = ({ left, team }: Known) => left && ownTeams.includes(team)
  const ours = known.filter(isOurs)
  const others = known.filter((one) => !isOurs(one))
  return (
    <Stack>
      {cards.length > 0 && (
        <Frame heading={t.own(cards.length)}>
          <List>
            {cards.map((card) => (
              <Person lang={lang} card={card} action={action?.(card)} href={to(card)} />
            ))}
          </List>
          {found.length >= 20 && <p class="soft">{t.limited}</p>}
        </Frame>
      )}
      {ours.length > 0 && (
        <Frame heading={t.oursTitle}>
          <KnownRows lang={lang} known={ours} comeBack={comeBack} isOurs />
          <p class="soft">{t.oursText}</p>
        </Frame>
      )}
      {others.length > 0 && (
        <Frame heading={t.knownTitle}>
          <KnownRows lang={lang} known={others} comeBack={comeBack} />
          <p class="soft">{t.knownText}</p>
          {urgent && <p>{urgent}</p>}
        </Frame>
      )}
      {found.length === 0 && (
        <Empty icon="search">
          <strong>{t.none}.</strong> {wide ? t.noneWide : t.noneText}
        </Empty>
      )}
      {wide && cards.length > 0 && known.length === 0 && <p class="soft">{t.noneWide}</p>}
    </Stack>
  )
}

type KnownProps = { lang: Lang; known: Known[]; comeBack: Props['comeBack']; isOurs?: boolean }

function KnownRows({ lang, known, comeBack, isOurs }: KnownProps) {
  const t = texts[lang].found
  const say = ({ team, left }: Known) =>
    left ? (isOurs ? t.wasOurs(team) : t.wasKnown(team)) : t.known(team)
  return (
    <List>
      {known.map((one) => (
        <ListRow
          action={one.clientId && comeBack?.(one.clientId)}
          soft={!isOurs && one.teamPhone && <Phone number={one.teamPhone} />}
        >
          <strong>{say(one)}</strong>
        </ListRow>
      ))}
    </List>
  )
}

function dossierOf({ clientId }: Card): string {
  return link('dossier', { clientId })
}

type PersonProps = { lang: Lang; card: Card; action: Child; href: string }

function Person({ lang, card, action, href }: PersonProps) {
  const t = texts[lang].found
  const phases: Record<string, string> = texts[lang].phases
  const birth = card.birthDate ? sayDay(card.birthDate, lang) : t.noBirth
  const left = card.leftOn ? ` · ${t.left(sayDay(card.leftOn, lang))}` : ''
  return (
    <ListRow
      lead={<Avatar initials={initials(card)} tone="own" />}
      soft={`${birth} · team ${card.team}${left}`}
      action={action}
    >
      <A href={href}>{fullName(card)}</A>{' '}
      <Chip>{card.leftOn ? phases.left : (phases[card.phase] ?? card.phase)}</Chip>
    </ListRow>
  )
}
