import type { Day } from '../../../core/day.ts'
import type { Lang } from '../../../core/texts.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { type CareOverview, contactPersons, isOn } from '../../../path/care/door.ts'
import { phaseWord } from '../../../path/instruments/door.ts'
import { type Client, DossierHead } from '../../../people/clients/door.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Chip, PhaseChip } from '../../../ui/chip.tsx'
import { A } from '../../../ui/link.tsx'
import { texts } from '../texts.ts'

type Props = {
  lang: Lang
  client: Client
  care: CareOverview
  phase: 1 | 2 | 3 | 4 | null
  today: Day
  mayWrite: boolean
}

/** Who this is: name and age first, then where the person stands and who the contact person is. */
export function Header({ lang, client, care, phase, today, mayWrite }: Props) {
  const t = texts[lang]
  const { first, otherwise } = contactPersons(care.assignments, today)
  return (
    <DossierHead
      lang={lang}
      client={client}
      today={today}
      current="dossier"
      stands={stands(care, today, lang)}
      signs={
        <div class="chips">
          {phase && (
            <A href={link('phase', { clientId: client.id })}>
              <PhaseChip phase={phase}>{phaseWord(phase, lang)}</PhaseChip>
            </A>
          )}
          <Chip>{first ? t.contactIs(first.name, otherwise?.name ?? '') : t.noContactPerson}</Chip>
        </div>
      }
    >
      <ButtonLink kind="plain" icon="calendar" href={link('newAppointment', { clientId: client.id })}>
        {t.appointment}
      </ButtonLink>
      {mayWrite && (
        <ButtonLink icon="plus" href={link('newContact', { clientId: client.id })}>
          {t.write}
        </ButtonLink>
      )}
    </DossierHead>
  )
}

function stands(care: CareOverview, today: Day, lang: Lang): string {
  const t = texts[lang]
  const now = care.periods.find((period) => isOn(period, today))
  if (!now) return t.left
  const since = sayDay(now.from, lang)
  const words = {
    referral: t.referredSince(since),
    care: t.inCareSince(since),
    aftercare: t.aftercareSince(since),
  }
  return `team ${now.team} · ${words[now.phase]}`
}
