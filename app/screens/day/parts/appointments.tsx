import type { Child } from 'hono/jsx'
import { type Day, dayOf, timeOf } from '../../../core/day.ts'
import { type Lang, sayDay } from '../../../core/texts.ts'
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
  team: string
  /** of today and the days after it */
  appointments: readonly AgendaLine[]
  today: Day
  /** the words of a kind and the name of a client, from their own slices */
  kindWord: (kind: AgendaLine['kind']) => string
  fullName: (line: AgendaLine) => string
  /** whether a contact can be written down from here */
  writes: boolean
  /** whether the worker is named: the appointments are not only one's own */
  names: boolean
}

/** The appointments of today, in order of time, each with the way to write down how it went; none: those of the next day. */
export function Appointments({ lang, heading, team, appointments, today, ...how }: Props) {
  const t = texts[lang].appointments
  const onDay = (day: Day) => goingOnFirst(appointments.filter((line) => dayOf(line.startsAt) === day))
  const now = onDay(today)
  const next = appointments.map((line) => dayOf(line.startsAt)).find((day) => day > today)
  return (
    <Card heading={heading} actions={now.length > 0 && <Soft>{t.count(now.length)}</Soft>}>
      {now.length === 0 ? (
        <p class="soft">{t.empty}</p>
      ) : (
        <Lines label={heading} lines={now} lang={lang} {...how} />
      )}
      {now.length === 0 && next && (
        <>
          <h3 class="list-heading">{t.next(sayDay(next, lang, 'long'))}</h3>
          <Lines label={sayDay(next, lang, 'long')} lines={onDay(next)} lang={lang} {...how} writes={false} />
        </>
      )}
      <p>
        <A href={link('agenda', {}, { team })}>{t.all}</A>
      </p>
    </Card>
  )
}

// What does not go on stands after what does: nobody has to be there.
function goingOnFirst(lines: AgendaLine[]): AgendaLine[] {
  return lines.toSorted((a, b) => Number(a.cancelledFor !== null) - Number(b.cancelledFor !== null))
}

type LinesProps = Omit<Props, 'heading' | 'team' | 'appointments' | 'today'> & {
  label: string
  lines: AgendaLine[]
}

function Lines({ label, lines, ...how }: LinesProps) {
  return (
    <List label={label}>
      {lines.map((line) => (
        <Row line={line} {...how} />
      ))}
    </List>
  )
}

type RowProps = Omit<LinesProps, 'label' | 'lines'> & { line: AgendaLine }

function Row({ line, lang, kindWord, fullName, writes, names }: RowProps) {
  const t = texts[lang].appointments
  const soft = [line.place, line.about, t.minutes(line.minutes), names && line.person]
  return (
    <ListRow
      kind="timed"
      lead={<strong>{timeOf(line.startsAt)}</strong>}
      soft={soft.filter(Boolean).join(' · ')}
      action={writes && !line.cancelledFor && <Write line={line}>{t.write}</Write>}
    >
      <A href={link('appointment', { clientId: line.clientId, appointmentId: line.id })}>{fullName(line)}</A>{' '}
      {line.cancelledFor ? <Soft>{t.cancelled}</Soft> : <Chip>{kindWord(line.kind)}</Chip>}
    </ListRow>
  )
}

// An intake or a talk has its own page; the kinds that are contacts go along, so that nobody chooses them twice.
const asContact = ['visit', 'office', 'phone', 'video']

/** The form of a contact about this appointment, with what is known of it. */
export function contactOf(line: AgendaLine): string {
  const known = asContact.includes(line.kind) ? { soort: line.kind } : {}
  return link('newContact', { clientId: line.clientId }, { ...known, minuten: String(line.minutes) })
}

function Write({ line, children }: { line: AgendaLine; children?: Child }) {
  return (
    <ButtonLink kind="quiet" small href={contactOf(line)}>
      {children}
    </ButtonLink>
  )
}
