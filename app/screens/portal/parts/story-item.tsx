import { dayOf } from '../../../core/day.ts'
import { type Lang, sayDay, sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { Chip, PhaseChip } from '../../../ui/chip.tsx'
import { A } from '../../../ui/link.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { TimelineItem } from '../../../ui/timeline.tsx'
import type { AppointmentEvent, ContactEvent, DossierEvent } from '../../dossier/door.ts'
import { texts } from '../texts.ts'
import { tell } from './story-words.ts'

/** Who reads, and whether the words may be answered: only the client writes beside a report. */
export type Reader = {
  lang: Lang
  clientId: string
  isOwn: boolean
  phaseWord: (phase: 1 | 2 | 3 | 4) => string
}

/** One event of the story, in plain words. */
export function StoryItem({ event, reader }: { event: DossierEvent; reader: Reader }) {
  const { kind } = event
  if (kind.startsWith('contacts.')) return <Contact event={event as ContactEvent} reader={reader} />
  if (kind.startsWith('agenda.')) return <Past event={event as AppointmentEvent} reader={reader} />
  return <Plain event={event} reader={reader} />
}

function Contact({ event, reader }: { event: ContactEvent; reader: Reader }) {
  const { lang } = reader
  const t = texts[lang].story
  const { report, present, together } = event.body
  return (
    <TimelineItem
      id={`verslag-${event.rowId}`}
      time={sayMoment(event.at, lang)}
      datetime={event.at.toISOString()}
      label={t.contacts[event.kind.slice('contacts.'.length) as keyof typeof t.contacts]}
      soft={[event.person && t.by(event.person), event.organisation].filter(Boolean).join(', ')}
      aside={
        together && (
          <Chip tone="prop" icon="pencil">
            {t.together}
          </Chip>
        )
      }
    >
      <Lines text={report} />
      {present && <p>{t.withWhom(present)}</p>}
      <Note event={event} reader={reader} />
    </TimelineItem>
  )
}

/** The last report with the client's own words beside it, as the first page shows it. */
export function Note({ event, reader: { lang, clientId, isOwn } }: { event: ContactEvent; reader: Reader }) {
  const t = texts[lang].story
  const { note } = event.body
  return (
    <>
      {note && <OwnWords by={isOwn ? t.note : t.noteOf}>{note.body}</OwnWords>}
      {isOwn && (
        <p>
          <A href={link('contactNote', { clientId, contactId: event.rowId })}>
            {note ? t.changeNote : t.writeNote}
          </A>
        </p>
      )}
    </>
  )
}

function Past({ event, reader: { lang } }: { event: AppointmentEvent; reader: Reader }) {
  const t = texts[lang].story
  const { cancelledFor, place } = event.body
  return (
    <TimelineItem
      bare
      dot="plain"
      time={sayMoment(event.at, lang)}
      datetime={event.at.toISOString()}
      label={t.appointments[event.kind.slice('agenda.'.length) as keyof typeof t.appointments]}
      soft={[event.person, place].filter(Boolean).join(', ')}
    >
      {cancelledFor && <p>{t.cancelledFor[cancelledFor]}</p>}
    </TimelineItem>
  )
}

function Plain({ event, reader: { lang, isOwn, phaseWord } }: { event: DossierEvent; reader: Reader }) {
  const t = texts[lang].story
  const told = tell(event, lang)
  const day = dayOf(event.at)
  return (
    <TimelineItem
      bare={!told.own && !told.answers?.length}
      dot={told.own ? 'own' : event.kind === 'care.period' ? 'good' : 'plain'}
      time={sayDay(day, lang)}
      datetime={day}
      label={told.label}
      soft={event.person && t.by(event.person)}
    >
      {event.kind === 'instruments.phase' && (
        <PhaseChip phase={event.body.phase}>{phaseWord(event.body.phase)}</PhaseChip>
      )}
      {told.own && <OwnWords by={isOwn ? t.note : t.noteOf}>{told.own}</OwnWords>}
      {told.lines.map((line) => (
        <Lines text={line} />
      ))}
      {told.answers?.map(({ question, answer }) => (
        <>
          <h3>{question}</h3>
          <Lines text={answer} />
        </>
      ))}
    </TimelineItem>
  )
}

/** Text as it was written, each line its own. */
export function Lines({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n+/)
        .filter(Boolean)
        .map((line) => (
          <p>{line}</p>
        ))}
    </>
  )
}
