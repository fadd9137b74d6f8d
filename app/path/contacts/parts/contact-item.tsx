import type { Child } from 'hono/jsx'
import { type Lang, sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { A } from '../../../ui/link.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { TimelineItem } from '../../../ui/timeline.tsx'
import type { ContactKind } from '../rules/contact-form.ts'
import type { Addendum } from '../store/contacts.ts'
import { texts } from '../texts.ts'
import { Addenda } from './addenda.tsx'
import { kindWord } from './kind.ts'

/** What of a contact a timeline shows. */
export type ShownContact = {
  id: string
  clientId: string
  happenedAt: Date
  kind: ContactKind
  minutes: number
  report: string
  together: boolean
  author: string
  authorRole: string
  organisation: string | null
  signedAt: Date | null
  cosignedAt: Date | null
  note: { body: string } | null
  addenda: readonly Addendum[]
}

type Props = {
  contact: ShownContact
  lang: Lang /** the client's first name; none when the client reads */
  name?: string
  /** under the report: what can be done with it */
  action?: Child
}

/** A contact on the timeline: what happened, and beside it what the client wrote. */
export function ContactItem({ contact, lang, name, action }: Props) {
  const t = texts[lang]
  const by = name ? t.view.noteBy(name) : t.portal.mine
  return (
    <TimelineItem
      id={`contact-${contact.id}`}
      time={sayMoment(contact.happenedAt, lang)}
      datetime={contact.happenedAt.toISOString()}
      label={
        <A href={link('contact', { clientId: contact.clientId, contactId: contact.id })}>
          {kindWord(contact.kind, lang)}
        </A>
      }
      soft={[contact.author, contact.organisation].filter(Boolean).join(', ')}
      aside={<Signing contact={contact} lang={lang} />}
    >
      <Report contact={contact} lang={lang} />
      <Addenda lang={lang} addenda={contact.addenda} />
      {action && <p>{action}</p>}
      {contact.note && (
        <OwnWords by={by}>
          <Lines text={contact.note.body} />
        </OwnWords>
      )}
    </TimelineItem>
  )
}

function Report({ contact, lang }: { contact: ShownContact; lang: Lang }) {
  if (!contact.report) return <p class="soft">{texts[lang].view.noReport}</p>
  return (
    <p>
      <Lines text={contact.report} />
    </p>
  )
}

function Signing({ contact, lang }: { contact: ShownContact; lang: Lang }) {
  const t = texts[lang]
  if (!contact.signedAt)
    return (
      <Chip tone="warn" icon="pencil">
        {t.draft}
      </Chip>
    )
  if (contact.authorRole === 'trainee' && !contact.cosignedAt) return <Chip tone="warn">{t.waits}</Chip>
  return (
    <Chip>{[t.minutes(contact.minutes), contact.together && t.together].filter(Boolean).join(' · ')}</Chip>
  )
}
