import { dayOf } from '../../../core/day.ts'
import { sayDay, sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { PhaseChip } from '../../../ui/chip.tsx'
import { Facts } from '../../../ui/definition.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { A } from '../../../ui/link.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { TimelineItem } from '../../../ui/timeline.tsx'
import type { AppointmentEvent, ContactEvent, DossierEvent } from '../../dossier/door.ts'
import { texts } from '../texts.ts'
import { type Reader, ReportItem } from './report-item.tsx'
import { tell } from './story-words.ts'

/** One event of the story, in plain words. */
export function StoryItem({ event, reader }: { event: DossierEvent; reader: Reader }) {
  const { kind } = event
  if (kind.startsWith('contacts.')) return <ReportItem event={event as ContactEvent} reader={reader} />
  if (kind.startsWith('agenda.')) return <Past event={event as AppointmentEvent} reader={reader} />
  return <Plain event={event} reader={reader} />
}

function Past({ event, reader: { lang } }: { event: AppointmentEvent; reader: Reader }) {
  const t = texts[lang].story
  const { cancelledFor, cancelCause, movedTo, place } = event.body
  return (
    <TimelineItem
      bare
      dot="plain"
      time={sayMoment(event.at, lang)}
      datetime={event.at.toISOString()}
      label={t.appointments[event.kind.slice('agenda.'.length) as keyof typeof t.appointments]}
      soft={[event.person, place].filter(Boolean).join(', ')}
    >
      {cancelledFor && (
        <p>
          {movedTo
            ? texts[lang].agenda.movedTo(sayMoment(new Date(movedTo), lang))
            : cancelCause
              ? texts[lang].agenda.causes[cancelCause]
              : t.cancelledFor[cancelledFor]}
        </p>
      )}
    </TimelineItem>
  )
}

function Plain({ event, reader }: { event: DossierEvent; reader: Reader }) {
  const { lang, phaseWord } = reader
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
      {told.own && <Own event={event} words={told.own} reader={reader} />}
      {told.lines.map((line) => (
        <p>
          <Lines text={line} />
        </p>
      ))}
      {event.kind === 'documents.file' && <File event={event} reader={reader} />}
      {told.answers && told.answers.length > 0 && (
        <Facts
          items={told.answers.map(({ question, answer }) => ({
            label: question,
            value: <Lines text={answer} />,
          }))}
        />
      )}
    </TimelineItem>
  )
}

function Own({ event, words, reader }: { event: DossierEvent; words: string; reader: Reader }) {
  const t = texts[reader.lang].story
  const mine = event.kind === 'referral.received' ? t.question : t.ownWords
  return (
    <OwnWords by={reader.isOwn ? mine : t.noteOf}>
      <Lines text={words} />
    </OwnWords>
  )
}

type FileEvent = Extract<DossierEvent, { kind: 'documents.file' }>

function File({ event, reader: { clientId, opensFiles } }: { event: FileEvent; reader: Reader }) {
  const { name } = event.body
  if (!opensFiles) return <p>{name}</p>
  return (
    <p>
      <A href={link('file', { clientId, fileId: event.rowId })}>{name}</A>
    </p>
  )
}
