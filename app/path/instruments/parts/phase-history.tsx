import type { Day } from '../../../core/day.ts'
import { type Lang, sayDay } from '../../../core/texts.ts'
import { PhaseChip } from '../../../ui/chip.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { Timeline, TimelineItem } from '../../../ui/timeline.tsx'
import { type PhaseStay, type PhaseTalk, staysIn } from '../rules/phase.ts'
import { texts } from '../texts.ts'
import { phaseWord, sayDuration } from './phase-word.ts'

type Props = { talks: PhaseTalk[]; today: Day; lang: Lang }

/** How it went: each phase with how long it lasted and what the client said, newest first. No direction is judged. */
export function PhaseHistory({ talks, today, lang }: Props) {
  if (talks.length === 0) return <p class="soft">{texts[lang].empty}</p>
  return (
    <Timeline label={texts[lang].history}>
      {staysIn(talks, today).map((stay) => (
        <Stay stay={stay} lang={lang} />
      ))}
    </Timeline>
  )
}

function Stay({ stay, lang }: { stay: PhaseStay; lang: Lang }) {
  const t = texts[lang]
  const duration = sayDuration(stay.days, lang)
  return (
    <TimelineItem
      dot="own"
      time={sayDay(stay.from, lang)}
      datetime={stay.from}
      label={<PhaseChip phase={stay.phase}>{phaseWord(stay.phase, lang)}</PhaseChip>}
      soft={stay.until === null ? t.now(duration) : duration}
    >
      {stay.talks.map(({ ownWords, talkedOn, by }) => {
        const spoken = t.spokenWith(sayDay(talkedOn, lang), by)
        return ownWords ? <OwnWords by={spoken}>{ownWords}</OwnWords> : <p class="soft">{spoken}</p>
      })}
    </TimelineItem>
  )
}
