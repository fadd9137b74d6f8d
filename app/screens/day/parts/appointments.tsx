import type { Child } from 'hono/jsx'
import { timeOf } from '../../../core/day.ts'
import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import type { AgendaLine } from '../../../office/agenda/door.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Soft } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { texts } from '../texts.ts'

type Props = {
  lang: Lang
  heading: string
  appointments: readonly AgendaLine[]
  /** the words of a kind and the name of a client, from their own slices */
  kindWord: (kind: AgendaLine['kind']) => string
  fullName: (line: AgendaLine) => string
  /** whether a contact can be written down from here; otherwise the worker is named */
  writes: boolean
}

/** The appointments of today, in order of time, each with the way to write down how it went. */
export function Appointments({ lang, heading, appointments, ...how }: Props) {
  const t = texts[lang].appointments
  return (
    <Card heading={heading} actions={<Soft>{t.count(appointments.length)}</Soft>}>
      {appointments.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        <List label={heading}>
          {appointments.map((line) => (
            <Row line={line} lang={lang} {...how} />
          ))}
        </List>
      )}
      <p>
        <A href={link('agenda')}>{t.all}</A>
      </p>
    </Card>
  )
}

type RowProps = Omit<Props, 'heading' | 'appointments'> & { line: AgendaLine }

function Row({ line, lang, kindWord, fullName, writes }: RowProps) {
  const t = texts[lang].appointments
  const soft = [line.place, line.about, t.minutes(line.minutes), !writes && line.person]
  return (
    <ListRow
      kind="timed"
      lead={<strong>{timeOf(line.startsAt)}</strong>}
      soft={soft.filter(Boolean).join(' · ')}
      action={writes && !line.cancelledFor && <Write line={line}>{t.write}</Write>}
    >
      <A href={link('appointment', { clientId: line.clientId, appointmentId: line.id })}>{fullName(line)}</A>{' '}
      <Chip>{kindWord(line.kind)}</Chip> {line.cancelledFor && <Chip tone="warn">{t.cancelled}</Chip>}
    </ListRow>
  )
}

// An intake or a talk has its own page; the kinds that are contacts go along, so that nobody chooses them twice.
const asContact = ['visit', 'office', 'phone', 'video']

function Write({ line, children }: { line: AgendaLine; children?: Child }) {
  const known = asContact.includes(line.kind) ? { soort: line.kind } : {}
  return (
    <ButtonLink
      kind="quiet"
      small
      href={link('newContact', { clientId: line.clientId }, { ...known, minuten: String(line.minutes) })}
    >
      {children}
    </ButtonLink>
  )
}
