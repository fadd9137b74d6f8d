import { dayOf } from '../../../core/day.ts'
import { sayDay } from '../../../core/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { Timeline, TimelineItem } from '../../../ui/timeline.tsx'
import type { Story } from '../store/story.ts'
import { texts } from '../texts.ts'

type Event = {
  on: string
  label: string
  soft?: string
  text?: string
  dot: 'brand' | 'own' | 'good' | 'warn' | 'plain'
}
type Props = { lang: 'nl' | 'en'; story: Story }

/** What happened to this referral, newest first. */
export function Happened({ lang, story }: Props) {
  const t = texts[lang].happened
  const events = [...decisions(lang, story), ...contacts(lang, story), ...plans(lang, story)].sort((a, b) =>
    b.on.localeCompare(a.on),
  )
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

function decisions(lang: 'nl' | 'en', { triage, talk, returnTalk, report, wmo }: Story): Event[] {
  const t = texts[lang].happened
  const events: Event[] = wmo.map((x) => ({ on: x.involvedOn, label: t.wmo, text: x.who, dot: 'plain' }))
  if (triage) {
    const text = [triage.redirectTo, triage.reason].filter(Boolean).join(' · ')
    events.push({
      on: triage.decidedOn,
      label: texts[lang].triage.outcomes[triage.outcome],
      soft: triage.together,
      text,
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
  if (talk)
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
      (x): Event => ({ on: x.promisedFor, label: t.promised, soft: x.by ?? '', text: x.what, dot: 'plain' }),
    ),
  ]
}

function plans(lang: 'nl' | 'en', { plans: all }: Story): Event[] {
  const t = texts[lang].happened
  return all.slice(0, 1).map((x) => ({
    on: dayOf(new Date(x.startsAt)),
    label: t.intakePlanned,
    soft: x.by,
    text: x.place,
    dot: 'plain',
  }))
}
