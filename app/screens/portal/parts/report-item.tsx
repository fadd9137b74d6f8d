import { type Lang, sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { Addenda } from '../../../path/contacts/door.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { A } from '../../../ui/link.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { TimelineItem } from '../../../ui/timeline.tsx'
import type { ContactEvent } from '../../dossier/door.ts'
import { texts } from '../texts.ts'

/** Who reads: only the client writes beside a report, and not everybody beside the client opens files. */
export type Reader = {
  lang: Lang
  clientId: string
  isOwn: boolean
  opensFiles: boolean
  phaseWord: (phase: 1 | 2 | 3 | 4) => string
}

/** The report of a contact, with the client's own words beside it. */
export function ReportItem({ event, reader }: { event: ContactEvent; reader: Reader }) {
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
      {report && (
        <p>
          <Lines text={report} />
        </p>
      )}
      <Addenda lang={lang} addenda={event.body.addenda ?? []} />
      {present && <p>{t.withWhom(present)}</p>}
      <Note event={event} reader={reader} />
    </TimelineItem>
  )
}

/** The client's own words beside a report, and the way to write them. */
export function Note({ event, reader: { lang, clientId, isOwn } }: { event: ContactEvent; reader: Reader }) {
  const t = texts[lang].story
  const { note } = event.body
  return (
    <>
      {note && (
        <OwnWords by={isOwn ? t.note : t.noteOf}>
          <Lines text={note.body} />
        </OwnWords>
      )}
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
