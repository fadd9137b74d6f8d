import { ageOn, type Day } from '../../../core/day.ts'
import type { Lang } from '../../../core/texts.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { type CareOverview, contactPersons, isOn } from '../../../path/care/door.ts'
import { phaseWord } from '../../../path/instruments/door.ts'
import { type Client, fullName, initials } from '../../../people/clients/door.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Chip, PhaseChip } from '../../../ui/chip.tsx'
import { Inline } from '../../../ui/layout.tsx'
import { PageHeading } from '../../../ui/page.tsx'
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
  const born = client.birthDate ? t.age(ageOn(client.birthDate, today)) : t.noBirth
  return (
    <PageHeading
      title={fullName(client)}
      lead={<Avatar initials={initials(client)} tone="own" big />}
      soft={
        <>
          <span>{[born, stands(care, today, lang)].filter(Boolean).join(' · ')}</span>
          <Inline>
            {phase && <PhaseChip phase={phase}>{phaseWord(phase, lang)}</PhaseChip>}
            <Chip>{first ? t.contactIs(first.name, otherwise?.name ?? '') : t.noContactPerson}</Chip>
          </Inline>
        </>
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
    </PageHeading>
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
