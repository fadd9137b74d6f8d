import type { Child } from 'hono/jsx'
import { type Day, dayOf, timeOf } from '../../../core/day.ts'
import { type Lang, sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { type AgendaLine, cancelWords } from '../../../office/agenda/door.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Soft } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { texts } from '../texts.ts'

/** The way to write down what came of an appointment, by its word. */
export type Writing = { word: 'write' | 'holdIntake' | 'openIntake'; href: string }

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
  /** what of an appointment is to be written down from here: what that is called, and where; null: nothing */
  writes: (line: AgendaLine) => Writing | null
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
          <Lines
            label={sayDay(next, lang, 'long')}
            lines={onDay(next)}
            lang={lang}
            {...how}
            writes={nothing}
          />
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
  const writing = writes(line)
  const soft = [line.place, line.about, t.minutes(line.minutes), names && line.person]
  return (
    <ListRow
      kind="timed"
      lead={<strong>{timeOf(line.startsAt)}</strong>}
      soft={soft.filter(Boolean).join(' · ')}
      action={writing && !line.cancelledFor && <Write href={writing.href}>{t[writing.word]}</Write>}
    >
      <A href={link('appointment', { clientId: line.clientId, appointmentId: line.id })}>{fullName(line)}</A>{' '}
      {line.cancelledFor ? (
        <Soft>{cancelWords({ ...line, cancelledFor: line.cancelledFor }, lang)}</Soft>
      ) : (
        <Chip>{kindWord(line.kind)}</Chip>
      )}
    </ListRow>
  )
}

function Write({ href, children }: { href: string; children?: Child }) {
  return (
    <ButtonLink kind="quiet" small href={href}>
      {children}
    </ButtonLink>
  )
}

/** Nothing is written down from here. */
export function nothing(): null {
  return null
}
