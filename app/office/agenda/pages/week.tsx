import { addDays, type Day, mondayOf } from '../../../core/day.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { fullName } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, me, teamOf } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { FilterLinks } from '../../../ui/filter.tsx'
import { Disclosure, Inline, Soft, Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { cancelWords } from '../parts/cancel-words.ts'
import { appointmentIcons, appointmentWord } from '../parts/kind.ts'
import { type AgendaDay, linesFor, weekAsked, weekFrom, weekOf } from '../rules/week.ts'
import { type AgendaLine, listAgenda } from '../store/agenda.ts'
import { texts } from '../texts.ts'
import { appointmentLink } from './opened.tsx'

type Asked = { team: { id: string; name: string }; monday: Day; mine: boolean }

/** A week of the team, or one's own part of it: ?team=, ?week= (any day of it), ?van=ik. */
export async function get(c: Ctx): Promise<Response> {
  const team = teamOf(c)
  const monday = weekAsked(c.req.query('week'), today())
  const asked = { team, monday, mine: c.req.query('van') === 'ik' }
  const { from, until } = weekFrom(monday)
  const lines = await read(asker(c), [{ team: team.id, columns: ['agenda'], purpose: 'care' }], (tx) =>
    listAgenda(tx, from, until),
  )
  return view(c, asked, linesFor(lines, asked.mine ? me(c).personId : null))
}

function view(c: Ctx, asked: Asked, lines: AgendaLine[]) {
  const { lang } = c.var
  const t = texts[lang].agenda
  const { from, until } = weekFrom(asked.monday)
  return c.render(
    <Stack>
      <PageHeading title={t.title} soft={t.soft(asked.team.name, sayDay(from, lang), sayDay(until, lang))}>
        <ButtonLink href={link('clients')} icon="plus">
          {t.new}
        </ButtonLink>
      </PageHeading>
      <Inline between>
        <Filters c={c} asked={asked} />
        <Weeks c={c} asked={asked} />
      </Inline>
      {lines.length === 0 && <Empty icon="calendar">{asked.mine ? t.emptyMine : t.emptyTeam}</Empty>}
      {lines.length > 0 && <Days c={c} days={weekOf(lines, asked.monday, today())} />}
    </Stack>,
    { title: t.title, current: 'agenda' },
  )
}

// The address of this page with something else asked.
function here(asked: Asked, other: Partial<Asked>): string {
  const { team, monday, mine } = { ...asked, ...other }
  return link('agenda', {}, { team: team.id, week: monday, ...(mine ? { van: 'ik' } : {}) })
}

function Weeks({ c, asked }: { c: Ctx; asked: Asked }) {
  const t = texts[c.var.lang].agenda
  const thisWeek = mondayOf(today())
  return (
    <Inline>
      <Pager
        previous={here(asked, { monday: addDays(asked.monday, -7) })}
        next={here(asked, { monday: addDays(asked.monday, 7) })}
        words=""
      />
      {asked.monday !== thisWeek && <A href={here(asked, { monday: thisWeek })}>{t.thisWeek}</A>}
    </Inline>
  )
}

function Filters({ c, asked }: { c: Ctx; asked: Asked }) {
  const t = texts[c.var.lang].agenda
  const { teams } = me(c)
  return (
    <Inline>
      <FilterLinks
        label={t.who}
        items={[
          { href: here(asked, { mine: true }), label: t.mine, current: asked.mine },
          { href: here(asked, { mine: false }), label: t.whole, current: !asked.mine },
        ]}
      />
      {teams.length > 1 && (
        <FilterLinks
          label={t.teams}
          items={teams.map((team) => ({
            href: here(asked, { team }),
            label: team.name,
            current: team.id === asked.team.id,
          }))}
        />
      )}
    </Inline>
  )
}

// In this week today comes first; what was before stands closed above it.
function Days({ c, days }: { c: Ctx; days: AgendaDay<AgendaLine>[] }) {
  const isNow = days.some((day) => day.isToday)
  const past = isNow ? days.filter((day) => day.day < today()) : []
  const cards = days.map((day) => <DayCard c={c} day={day} />)
  return (
    <>
      {past.length > 0 && (
        <Disclosure summary={texts[c.var.lang].agenda.before}>
          <Stack>{cards.slice(0, past.length)}</Stack>
        </Disclosure>
      )}
      {cards.slice(past.length)}
    </>
  )
}

function DayCard({ c, day }: { c: Ctx; day: AgendaDay<AgendaLine> }) {
  const { lang } = c.var
  const t = texts[lang].agenda
  // What does not go on stands apart: nobody has to be there.
  const on = timesOf(day, (line) => !line.cancelledFor)
  const off = timesOf(day, (line) => line.cancelledFor !== null)
  const beside = [
    day.isToday && <Chip tone="brand">{t.today}</Chip>,
    day.times.length === 0 && <Soft>{t.none}</Soft>,
  ]
  return (
    <Card
      heading={sayDay(day.day, lang, 'long')}
      id={day.day}
      kind={day.isToday ? 'brand' : 'plain'}
      actions={<Inline>{beside}</Inline>}
    >
      {on.length > 0 && <Times c={c} day={day.day} times={on} />}
      {off.length > 0 && (
        <>
          <h3 class="list-heading">{t.off}</h3>
          <Times c={c} day={day.day} times={off} />
        </>
      )}
    </Card>
  )
}

type Times = AgendaDay<AgendaLine>['times']

function timesOf({ times }: AgendaDay<AgendaLine>, isMeant: (line: AgendaLine) => boolean): Times {
  return times
    .map(({ time, lines }) => ({ time, lines: lines.filter(isMeant) }))
    .filter(({ lines }) => lines.length > 0)
}

function Times({ c, day, times }: { c: Ctx; day: Day; times: Times }) {
  return (
    <List>
      {times.map(({ time, lines }) => (
        <ListRow kind="timed" lead={<time datetime={`${day}T${time}`}>{time}</time>}>
          <Stack tight>
            {lines.map((line) => (
              <Line c={c} line={line} />
            ))}
          </Stack>
        </ListRow>
      ))}
    </List>
  )
}

function Line({ c, line }: { c: Ctx; line: AgendaLine }) {
  const { lang } = c.var
  const t = texts[lang]
  const soft = [t.with(line.person), t.minutes(line.minutes), line.place, line.about].filter(Boolean)
  return (
    <div>
      <A href={appointmentLink(line)}>
        <strong>{fullName(line)}</strong>
      </A>{' '}
      {line.cancelledFor ? (
        <Chip tone="warn" icon="x">
          {cancelWords({ ...line, cancelledFor: line.cancelledFor }, lang)}
        </Chip>
      ) : (
        <Chip icon={appointmentIcons[line.kind]}>{appointmentWord(line.kind, lang)}</Chip>
      )}
      <div class="soft">{soft.join(' · ')}</div>
    </div>
  )
}
