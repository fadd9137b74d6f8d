import { dayOf } from '../../../core/day.ts'
import { sayDay, sayMoment } from '../../../core/texts.ts'
import { type Cancellation, cancelWords } from '../../../office/agenda/door.ts'
import { Card } from '../../../ui/card.tsx'
import { Timeline, TimelineItem } from '../../../ui/timeline.tsx'
import type { Story } from '../store/story.ts'
import { texts } from '../texts.ts'

type Event = {
  on: string
  label: string
  soft?: string
  text?: string
  /** what the rest of its day follows from */
  isFirst?: boolean
  dot: 'brand' | 'own' | 'good' | 'warn' | 'plain'
}
type Props = { lang: 'nl' | 'en'; story: Story }

/** What happened to this referral, newest first, each by the day on which it was done. */
export function Happened({ lang, story }: Props) {
  const t = texts[lang].happened
  // Within one day in the order of the path, the latest on top.
  const told = [
    ...contacts(lang, story).reverse(),
    ...plans(lang, story).reverse(),
    ...decisions(lang, story),
  ]
  const events = told
    .map((event, i) => ({ ...event, i: event.isFirst ? -1 : i }))
    .sort((a, b) => b.on.localeCompare(a.on) || b.i - a.i)
    .map(({ i, ...event }): Event => event)
  events.push({ on: story.receivedOn, label: t.received, dot: 'plain' })
  return (
    <Card heading={t.heading}>
      <Timeline label={t.heading}>
        {events.map((event) => (
          <TimelineItem
            time={sayDay(event.on, lang)}
            datetime={event.on}
            label={event.label}
            soft={event.soft}
            dot={event.dot}
            bare
          >
            {event.text && <p>{event.text}</p>}
          </TimelineItem>
        ))}
      </Timeline>
    </Card>
  )
}

function decisions(lang: 'nl' | 'en', { triage, talks, returnTalk, report, wmo }: Story): Event[] {
  const t = texts[lang].happened
  const events: Event[] = [...wmo]
    .reverse()
    .map((x) => ({ on: x.involvedOn, label: t.wmo, text: x.who, dot: 'plain' }))
  if (triage) {
    const text = [triage.redirectTo, triage.reason].filter(Boolean).join(' · ')
    events.push({
      on: triage.decidedOn,
      label: texts[lang].triage.outcomes[triage.outcome],
      soft: triage.together,
      text,
      isFirst: true,
      dot: 'brand',
    })
  }
  if (report)
    events.push({
      on: report.heldOn,
      label: report.signedAt ? t.intakeSigned : t.intakeDraft,
      text: report.whereTo,
      dot: 'own',
    })
  for (const talk of [...talks].reverse())
    events.push({
      on: talk.heldOn,
      label: `${t.talk}: ${texts[lang].talk.outcomes[talk.outcome]}`,
      text: talk.ownWords || talk.agreed,
      dot: 'good',
    })
  if (returnTalk)
    events.push({ on: returnTalk.heldOn, label: t.returnTalk, text: returnTalk.whereOn, dot: 'good' })
  return events
}

function contacts(lang: 'nl' | 'en', { earlyContacts, promises }: Story): Event[] {
  const t = texts[lang].happened
  return [
    ...earlyContacts.map(
      (x): Event => ({
        on: x.happenedOn,
        label: texts[lang].ways[x.way],
        soft: x.by ?? '',
        text: x.note,
        dot: 'brand',
      }),
    ),
    ...promises.map(
      (x): Event => ({
        on: dayOf(new Date(x.at)),
        label: t.promisedFor(sayDay(x.promisedFor, lang)),
        soft: x.by ?? '',
        text: x.what,
        dot: 'plain',
      }),
    ),
  ]
}

// Newest first; what a new plan or the talk itself made needless is told by that.
function plans(lang: 'nl' | 'en', { plans: all }: Story): Event[] {
  const t = texts[lang].happened
  return all.flatMap(({ at, startsAt, by, place, whyAgain, cancellation }, i): Event[] => {
    const planned: Event = {
      on: dayOf(new Date(at)),
      label: (i === all.length - 1 ? t.intakePlanned : t.intakePlannedAgain)(
        sayMoment(new Date(startsAt), lang),
      ),
      soft: by,
      text: [place, whyAgain].filter(Boolean).join(' · '),
      dot: 'plain',
    }
    const told = cancellation && ['planned-again', 'already-held'].includes(cancellation.cause ?? '')
    return cancellation && !told ? [calledOff(lang, cancellation), planned] : [planned]
  })
}

function calledOff(lang: 'nl' | 'en', cancellation: Cancellation): Event {
  const label = texts[lang].happened.intakeCancelled(cancelWords(cancellation, lang))
  return { on: dayOf(new Date(cancellation.writtenAt)), label, dot: 'warn' }
}
