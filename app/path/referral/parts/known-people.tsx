import type { Child } from 'hono/jsx'
import type { ClientId, TeamId } from '../../../core/id.ts'
import { link } from '../../../links.ts'
import {
  type Card,
  FoundPeople,
  fullName,
  personErrors,
  type searchPeople,
} from '../../../people/clients/door.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Unseen } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { texts } from '../texts.ts'

type InTeam = { lang: 'nl' | 'en'; team: { id: TeamId } }
type Props = InTeam & {
  found: Awaited<ReturnType<typeof searchPeople>>
  ownTeams: { name: string }[]
}

/** Who is known here already, and of each what to do when this is the person who is referred. */
export function KnownPeople({ lang, found, team, ownTeams }: Props) {
  const t = texts[lang].newReferral
  if (typeof found === 'string') return <Notice kind="warn">{personErrors(lang)[found]}</Notice>
  if (found.length === 0) return <Notice kind="success">{t.unknown}</Notice>
  return (
    <>
      <FoundPeople
        lang={lang}
        found={found}
        ownTeams={ownTeams.map(({ name }) => name)}
        action={(card) => <SamePerson lang={lang} team={team} card={card} />}
        comeBack={(clientId) => <ComeBack team={team} clientId={clientId} word={t.comeBack} />}
      />
      <p>{t.noneOfThem}</p>
    </>
  )
}

// Whom the team knows needs no second dossier.
function SamePerson({ lang, team, card }: InTeam & { card: Card }) {
  const t = texts[lang].newReferral
  const { clientId } = card
  const same = (rest: (name: string) => string) => (
    <>
      {t.same}
      <Unseen>: {rest(fullName(card))}</Unseen>
    </>
  )
  if (card.leftOn) return <ComeBack team={team} clientId={clientId} word={same(t.sameLeft)} />
  const [path, icon, word] =
    card.phase === 'referral'
      ? (['dossier', 'book-open', t.sameWaits] as const)
      : (['newFile', 'paperclip', t.sameInCare] as const)
  return (
    <ButtonLink kind="quiet" icon={icon} href={link(path, { clientId }, { soort: 'referral-letter' })}>
      {same(word)}
    </ButtonLink>
  )
}

type ComeBackProps = { team: { id: TeamId }; clientId: ClientId; word: Child }

function ComeBack({ team, clientId, word }: ComeBackProps) {
  return (
    <ButtonLink kind="quiet" icon="history" href={link('comeBack', { clientId }, { team: team.id })}>
      {word}
    </ButtonLink>
  )
}
