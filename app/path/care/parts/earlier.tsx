import type { Day } from '../../../core/day.ts'
import { type Lang, sayDay } from '../../../core/texts.ts'
import { Disclosure } from '../../../ui/layout.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { Timeline, TimelineItem } from '../../../ui/timeline.tsx'
import type { Lasting } from '../rules/stay.ts'
import type { CareOverview, Outflow } from '../store/overview.ts'
import { texts } from '../texts.ts'

type Past = { from: Day; until: Day; label: string; soft: string }

/** Teams, organisations and parts that were there before, and how earlier care ended; closed until it is opened. */
export function Earlier({ lang, overview, today }: { lang: Lang; overview: CareOverview; today: Day }) {
  const past = pastOf(lang, overview, today)
  if (past.length === 0 && overview.outflows.length === 0) return null
  return (
    <Disclosure summary={texts[lang].care.earlier}>
      <Timeline>
        {overview.outflows.map((outflow) => (
          <Left lang={lang} outflow={outflow} />
        ))}
        {past.map(({ from, until, label, soft }) => (
          <TimelineItem
            bare
            dot="plain"
            time={`${sayDay(from, lang)} – ${sayDay(until, lang)}`}
            label={label}
            soft={soft}
          />
        ))}
      </Timeline>
    </Disclosure>
  )
}

function Left({ lang, outflow }: { lang: Lang; outflow: Outflow }) {
  const t = texts[lang]
  const { leftOn, destination, ownWords, reason } = outflow
  const day = sayDay(leftOn, lang)
  return (
    <TimelineItem
      dot="own"
      time={day}
      datetime={leftOn}
      label={t.care.leftOn(day, t.destinations[destination])}
    >
      {ownWords && <OwnWords>{ownWords}</OwnWords>}
      {reason && <p>{reason}</p>}
    </TimelineItem>
  )
}

function pastOf(lang: Lang, overview: CareOverview, today: Day): Past[] {
  const t = texts[lang]
  const { periods, involvements, assignments } = overview
  return [
    ...periods.map((p) => past(p, p.team, t.phases[p.phase])),
    ...involvements.map((i) => past(i, i.organisation, '')),
    ...assignments.map((a) => past(a, a.name, `${t.parts[a.part]} · ${a.organisation}`)),
  ]
    .flatMap((item) => (item.until !== null && item.until < today ? [{ ...item, until: item.until }] : []))
    .sort((a, b) => (a.until < b.until ? 1 : -1))
}

function past({ from, until }: Lasting, label: string, soft: string) {
  return { from, until, label, soft }
}
