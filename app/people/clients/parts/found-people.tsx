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
import { type Card, type Found, sortFound } from '../rules/found.ts'
import { fullName, initials } from '../rules/name.ts'
import { texts } from '../texts.ts'

type Props = {
  lang: Lang
  found: Found[]
  action?: (card: Card) => Child
  comeBack?: (clientId: ClientId) => Child
  /** under what other teams know: the way to look in an emergency */
  urgent?: Child
}

/** What a search found: own clients with the way to their dossier, and teams that know somebody like this. */
export function FoundPeople({ lang, found, action, comeBack, urgent }: Props) {
  const t = texts[lang].found
  const { cards, known } = sortFound(found)
  return (
    <Stack>
      {cards.length > 0 && (
        <Frame heading={t.own(cards.length)}>
          <List>
            {cards.map((card) => (
              <Person lang={lang} card={card} action={action?.(card)} />
            ))}
          </List>
          {found.length >= 20 && <p class="soft">{t.limited}</p>}
        </Frame>
      )}
      {known.length > 0 && (
        <Frame heading={t.knownTitle}>
          <List>
            {known.map(({ team, left, clientId }) => (
              <ListRow action={clientId && comeBack?.(clientId)}>
                <strong>{left ? t.wasKnown(team) : t.known(team)}</strong>
              </ListRow>
            ))}
          </List>
          <p class="soft">{t.knownText}</p>
          {urgent && <p>{urgent}</p>}
        </Frame>
      )}
      {found.length === 0 && (
        <Empty icon="search">
          <strong>{t.none}.</strong> {t.noneText}
        </Empty>
      )}
    </Stack>
  )
}

function Person({ lang, card, action }: { lang: Lang; card: Card; action: Child }) {
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
      <A href={link('dossier', { clientId: card.clientId })}>{fullName(card)}</A>{' '}
      <Chip>{card.leftOn ? phases.left : (phases[card.phase] ?? card.phase)}</Chip>
    </ListRow>
  )
}
