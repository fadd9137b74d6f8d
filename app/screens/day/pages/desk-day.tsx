import { addDays, type Day, daysBetween, timeOf, workWeekOf } from '../../../core/day.ts'
import { type Lang, sayDay, sayDays } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { type AgendaLine, appointmentWord, listAgenda } from '../../../office/agenda/door.ts'
import { attention } from '../../../path/referral/door.ts'
import { fullName } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, teamOf } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Columns, Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { Appointments, nothing } from '../parts/appointments.tsx'
import { Needs } from '../parts/needs.tsx'
import { type Arrival, inboxOf, intakesThisWeek, needing } from '../rules/entrance.ts'
import { listArrivals } from '../store/entrance.ts'
import { texts } from '../texts.ts'
import { DayFrame } from './frame.tsx'

type Desk = { team: { id: string; name: string }; agenda: AgendaLine[]; arrivals: Arrival[] }

/** The day of the secretariat: the inbox, who waits, intakes to invite for, and the appointments of the team. */
export async function get(c: Ctx): Promise<Response> {
  const team = teamOf(c)
  const opening = { team: team.id, columns: ['agenda', 'referral'], purpose: 'referral' } as const
  const desk = await read(asker(c), [{ ...opening, columns: [...opening.columns] }], async (tx) => ({
    team,
    agenda: await listAgenda(tx, today(), addDays(today(), 4)),
    arrivals: await listArrivals(tx),
  }))
  return view(c, desk)
}

function view(c: Ctx, { team, agenda, arrivals }: Desk) {
  const { lang } = c.var
  const t = texts[lang]
  const needs = needing(arrivals, (arrival) => attention(arrival, today()))
  const inbox = inboxOf(arrivals)
  const actions = (
    <>
      <ButtonLink href={link('search')} kind="plain" icon="search">
        {t.search}
      </ButtonLink>
      <ButtonLink href={link('newReferral', {}, { team: team.id })} icon="plus">
        {t.newReferral}
      </ButtonLink>
    </>
  )
  return c.render(
    <DayFrame c={c} team={team} actions={actions}>
      <Stats>
        <InboxStat lang={lang} team={team.id} inbox={inbox} />
        <Stat
          number={arrivals.length - inbox.count}
          label={t.waiting.title}
          href={link('waitingList', {}, { team: team.id })}
          soft={needs.length > 0 && t.waiting.needs(needs.length)}
          tone={needs.length > 0 ? 'warn' : 'plain'}
        />
      </Stats>
      <Columns>
        <Stack>
          <Needs
            lang={lang}
            today={today()}
            team={team.id}
            needs={needs}
            inbox={inbox.count}
            waiting={arrivals.length - inbox.count}
            fullName={fullName}
            opens
          />
          <Intakes lang={lang} intakes={intakesThisWeek(arrivals, today())} />
        </Stack>
        <Appointments
          lang={lang}
          team={team.id}
          heading={t.appointments.teamTitle}
          appointments={agenda}
          kindWord={(kind) => appointmentWord(kind, lang)}
          fullName={fullName}
          today={today()}
          names
          writes={nothing}
        />
      </Columns>
    </DayFrame>,
    { title: t.title, current: 'day' },
  )
}

type InboxProps = { lang: Lang; team: string; inbox: { count: number; oldest: Day | null } }

/** How many wait for triage, and how long the first of them. */
export function InboxStat({ lang, team, inbox: { count, oldest } }: InboxProps) {
  const t = texts[lang].inbox
  return (
    <Stat
      number={count}
      label={t.waiting}
      href={link('referrals', {}, { team })}
      soft={oldest ? t.oldest(sayDays(daysBetween(oldest, today()), lang)) : t.none}
      tone={count > 0 ? 'brand' : 'plain'}
    />
  )
}

function Intakes({ lang, intakes }: { lang: Lang; intakes: Arrival[] }) {
  const words = texts[lang].intakes
  const t = { ...words, ...(workWeekOf(today()) > today() && words.next) }
  return (
    <Card heading={t.title}>
      {intakes.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        <List label={t.title}>
          {intakes.map((one) => {
            const path = { clientId: one.clientId, referralId: one.referralId }
            return (
              <ListRow
                soft={
                  one.intakePlannedOn &&
                  one.intakeAt &&
                  `${sayDay(one.intakePlannedOn, lang)} ${timeOf(one.intakeAt)}`
                }
                action={
                  <ButtonLink href={link('invitation', path)} kind="quiet" icon="mail" small>
                    {t.letter}
                  </ButtonLink>
                }
              >
                <A href={link('referral', path)}>{fullName(one)}</A>
              </ListRow>
            )
          })}
        </List>
      )}
    </Card>
  )
}
