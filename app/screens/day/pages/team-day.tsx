import { addDays } from '../../../core/day.ts'
import { type Lang, sayDays, sayRecent } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { type AgendaLine, appointmentWord, recordLink } from '../../../office/agenda/door.ts'
import { kindWord, listUnsigned, type Unsigned } from '../../../path/contacts/door.ts'
import { type BoardLine, listBoard, signsOf } from '../../../path/recovery-board/door.ts'
import { attention } from '../../../path/referral/door.ts'
import { fullName } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, me, teamOf } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Columns, Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Appointments, type Writing } from '../parts/appointments.tsx'
import { Needs } from '../parts/needs.tsx'
import { type Arrival, inboxOf, needing } from '../rules/entrance.ts'
import { listArrivals } from '../store/entrance.ts'
import { listMyAppointments, type Mine } from '../store/mine.ts'
import { texts } from '../texts.ts'
import { DayFrame } from './frame.tsx'

type Day = {
  team: { id: string; name: string }
  mine: Mine[]
  unsigned: Unsigned[]
  arrivals: Arrival[]
  /** my clients, where contacts are to be seen */
  own: BoardLine[]
}

/** The day of somebody of the team: appointments, signatures, who waits, who was not spoken for long. */
export async function get(c: Ctx): Promise<Response> {
  const team = teamOf(c)
  const columns = ['agenda', 'reports', 'own-reports', 'referral', 'measures'] as const
  const day = await read(
    asker(c),
    [{ team: team.id, columns: [...columns], purpose: 'care' }],
    async (tx): Promise<Day> => {
      const mine = await listMyAppointments(tx, today(), addDays(today(), 4))
      const unsigned = await listUnsigned(tx)
      const arrivals = await listArrivals(tx)
      const board = await listBoard(tx)
      return {
        team,
        mine,
        unsigned,
        arrivals,
        own: board.filter((line) => line.mine && line.seesContacts),
      }
    },
  )
  return view(c, day)
}

// What was written down asks no more; an intake that was held or begun is still one tap away.
function writingOf({ mine, arrivals }: Day, line: AgendaLine): Writing | null {
  const href = recordLink(line)
  if (line.kind === 'intake') {
    const isToHold = arrivals.some((one) => one.clientId === line.clientId && one.intakeHeldOn === null)
    return { word: isToHold ? 'holdIntake' : 'openIntake', href }
  }
  return mine.some((one) => one.id === line.id && one.isWritten) ? null : { word: 'write', href }
}

function isQuiet(line: BoardLine): boolean {
  const signs = signsOf(line, today())
  return signs.isQuiet || signs.hasNoContact
}

function view(c: Ctx, day: Day) {
  const { lang } = c.var
  const t = texts[lang]
  return c.render(
    <DayFrame c={c} team={day.team} actions={<Doing lang={lang} team={day.team.id} />}>
      <Columns>
        <Stack>
          <Appointments
            lang={lang}
            team={day.team.id}
            today={today()}
            heading={t.appointments.title}
            appointments={day.mine}
            kindWord={(kind) => appointmentWord(kind, lang)}
            fullName={fullName}
            names={false}
            writes={(line) => writingOf(day, line)}
          />
          <Quiet lang={lang} team={day.team.id} own={day.own} />
        </Stack>
        <Stack>
          <ToSign lang={lang} unsigned={day.unsigned} />
          <Waiting c={c} day={day} />
        </Stack>
      </Columns>
    </DayFrame>,
    { title: t.title, current: 'day' },
  )
}

function Doing({ lang, team }: { lang: Lang; team: string }) {
  return (
    <>
      <ButtonLink href={link('search')} kind="plain" icon="search">
        {texts[lang].search}
      </ButtonLink>
      <ButtonLink href={link('contactFor', {}, { team })} icon="plus">
        {texts[lang].writeContact}
      </ButtonLink>
    </>
  )
}

function ToSign({ lang, unsigned }: { lang: Lang; unsigned: Unsigned[] }) {
  const t = texts[lang].sign
  return (
    <Card heading={t.title}>
      {unsigned.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        <List label={t.title}>
          {unsigned.map((one) => (
            <ListRow
              lead={<Chip tone={one.mine ? 'brand' : 'prop'}>{one.mine ? t.draft : t.cosign}</Chip>}
              soft={`${kindWord(one.kind, lang)} · ${sayRecent(one.happenedAt, today(), lang)}`}
            >
              <A href={link('contact', { clientId: one.clientId, contactId: one.contactId })}>
                {fullName(one)}
              </A>
            </ListRow>
          ))}
        </List>
      )}
    </Card>
  )
}

// The pages of the entrance are not for everybody of a team.
function Waiting({ c, day }: { c: Ctx; day: Day }) {
  if (!['practitioner', 'supporter', 'peer'].includes(me(c).role)) return null
  const inbox = inboxOf(day.arrivals).count
  return (
    <Needs
      lang={c.var.lang}
      today={today()}
      team={day.team.id}
      needs={needing(day.arrivals, (arrival) => attention(arrival, today()))}
      inbox={inbox}
      waiting={day.arrivals.length - inbox}
      fullName={fullName}
      opens
    />
  )
}

function Quiet({ lang, team, own }: { lang: Lang; team: string; own: BoardLine[] }) {
  const t = texts[lang].quiet
  if (own.length === 0) return null
  const quiet = own.filter(isQuiet).slice(0, 5)
  return (
    <Card heading={t.title}>
      {quiet.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        <List label={t.title}>
          {quiet.map((line) => (
            <ListRow lead={<Chip tone="warn">{agoOf(line, lang)}</Chip>}>
              <A href={link('dossier', { clientId: line.clientId })}>{fullName(line)}</A>
            </ListRow>
          ))}
        </List>
      )}
      <p>
        <A href={link('board', {}, { team })}>{t.all}</A>
      </p>
    </Card>
  )
}

function agoOf(line: BoardLine, lang: Lang): string {
  const { quietDays } = signsOf(line, today())
  return quietDays === null ? texts[lang].quiet.never : texts[lang].quiet.ago(sayDays(quietDays, lang))
}
