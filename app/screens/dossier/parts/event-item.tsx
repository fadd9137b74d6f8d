import { dayOf } from '../../../core/day.ts'
import type { Lang } from '../../../core/texts.ts'
import { sayDay, sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { cancelWords } from '../../../office/agenda/door.ts'
import { ContactItem } from '../../../path/contacts/door.ts'
import { phaseWord } from '../../../path/instruments/door.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Chip, PhaseChip } from '../../../ui/chip.tsx'
import { Soft } from '../../../ui/layout.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { A } from '../../../ui/link.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { TimelineItem } from '../../../ui/timeline.tsx'
import {
  type AppointmentBody,
  type ContactEvent,
  type DossierEvent,
  hasTime,
  isAppointment,
  isContact,
} from '../rules/event.ts'
import { canShield } from '../rules/shieldable.ts'
import { tell } from '../rules/telling.ts'
import { texts } from '../texts.ts'

type Props = {
  event: DossierEvent
  lang: Lang
  client: { id: string; givenName: string }
  /** while the client says what to shield: each item leads there */
  shielding?: boolean
}

/** One event of the story; a contact with its report and the client's own note, other events in a line or two. */
export function EventItem({ event, lang, client, shielding = false }: Props) {
  const action = shielding && canShield(event) && (
    <ShieldLink event={event} lang={lang} clientId={client.id} />
  )
  if (isContact(event))
    return (
      <ContactItem
        contact={contactOf(event, client.id)}
        lang={lang}
        name={client.givenName}
        action={action}
      />
    )
  const told = tell(event, texts[lang])
  return (
    <TimelineItem
      id={`${event.kind.replace('.', '-')}-${event.rowId}`}
      time={hasTime(event) ? sayMoment(event.at, lang) : sayDay(dayOf(event.at), lang)}
      datetime={event.at.toISOString()}
      label={<Label event={event} lang={lang} clientId={client.id} />}
      soft={[event.person, told.soft].filter(Boolean).join(' · ')}
      dot={told.dot}
      bare={told.lines.length === 0 && told.own === ''}
    >
      {told.own && (
        <OwnWords>
          <Lines text={told.own} />
        </OwnWords>
      )}
      {told.lines.map(({ label, text }) => (
        <div>
          {label && (
            <div>
              <strong>{label}</strong>
            </div>
          )}
          <Lines text={text} />
        </div>
      ))}
      {action && <p>{action}</p>}
      {isAppointment(event) && <CalledOff body={event.body} lang={lang} />}
    </TimelineItem>
  )
}

function CalledOff({ body, lang }: { body: AppointmentBody; lang: Lang }) {
  const { cancelledFor, cancelReason, cancelCause, movedTo } = body
  if (!cancelledFor) return null
  const why = cancelWords({ cancelledFor, reason: cancelReason ?? '', cause: cancelCause, movedTo }, lang)
  return (
    <>
      <Chip tone="warn">{texts[lang].cancelled}</Chip> <Soft>{why}</Soft>
    </>
  )
}

function ShieldLink({ event, lang, clientId }: { event: DossierEvent; lang: Lang; clientId: string }) {
  return (
    <ButtonLink kind="quiet" small icon="eye-off" href={link('shieldRow', { clientId, rowId: event.rowId })}>
      {texts[lang].shield.choose}
    </ButtonLink>
  )
}

function Label({ event, lang, clientId }: { event: DossierEvent; lang: Lang; clientId: string }) {
  const kinds: Record<string, string> = texts[lang].kinds
  const word = kinds[event.kind] ?? kinds['agenda.'] ?? ''
  if (event.kind === 'instruments.phase') {
    return (
      <>
        {word} <PhaseChip phase={event.body.phase}>{phaseWord(event.body.phase, lang)}</PhaseChip>
      </>
    )
  }
  if ('referralId' in event.body)
    return <A href={link('referral', { clientId, referralId: event.body.referralId })}>{word}</A>
  if (event.kind === 'documents.file')
    return <A href={link('file', { clientId, fileId: event.rowId })}>{word}</A>
  if (isAppointment(event))
    return <A href={link('appointment', { clientId, appointmentId: event.rowId })}>{word}</A>
  return <>{word}</>
}

function contactOf(event: ContactEvent, clientId: string) {
  const { body } = event
  return {
    id: event.rowId,
    clientId,
    happenedAt: event.at,
    kind: event.kind.slice('contacts.'.length) as 'visit',
    minutes: body.minutes,
    report: body.report,
    together: body.together,
    author: event.person,
    authorRole: body.authorRole,
    organisation: event.organisation || null,
    signedAt: body.signedAt ? new Date(body.signedAt) : null,
    cosignedAt: body.cosignedAt ? new Date(body.cosignedAt) : null,
    note: body.note,
    addenda: body.addenda ?? [],
  }
}
