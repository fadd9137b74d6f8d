import { now, today } from '../../../platform/clock.ts'
import type { Ctx } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { telOf } from '../../../ui/phone.tsx'
import { AppointmentWords } from '../parts/appointment-card.tsx'
import { MaySee } from '../parts/may-see.tsx'
import { type Appointment, splitAt } from '../rules/appointment.ts'
import { listAppointments } from '../store/appointments.ts'
import type { Overview } from '../store/overview.ts'
import { texts } from '../texts.ts'
import { findWhose, nobody, type Opened, openRecord, WhoseChoice } from './record.tsx'

/** What comes and what has been, and how to cancel. */
export async function get(c: Ctx): Promise<Response> {
  const whose = await findWhose(c)
  if (!whose) return nobody(c)
  return view(c, await openRecord(c, whose, (tx) => listAppointments(tx, whose.clientId, 30)))
}

function view(c: Ctx, { whose, overview, rest = [] }: Opened<Appointment[]>) {
  const { lang } = c.var
  const t = texts[lang].agenda
  const title = whose.isOwn ? t.title : t.titleOf(whose.givenName)
  const [coming, past] = splitAt(rest, now())
  const off = coming.filter((one) => one.isCancelled)
  return c.render(
    <>
      <PageHeading title={title} />
      <WhoseChoice c={c} whose={whose} path="portalAgenda" />
      {overview.open.includes('agenda') ? (
        <>
          <h2>{t.coming}</h2>
          <Appointments c={c} appointments={coming.filter((one) => !one.isCancelled)} empty={t.noComing} />
          <Cancel c={c} team={overview.team} />
          {off.length > 0 && (
            <>
              <h2>{t.off}</h2>
              <Appointments c={c} appointments={off} empty="" />
            </>
          )}
          <h2>{t.past}</h2>
          <Appointments c={c} appointments={past} empty={t.noPast} />
        </>
      ) : (
        <MaySee lang={lang} name={whose.givenName} open={overview.open} isLegal={false} />
      )}
    </>,
    { title, current: 'portalAgenda' },
  )
}

type ListProps = { c: Ctx; appointments: readonly Appointment[]; empty: string }

function Appointments({ c, appointments, empty }: ListProps) {
  if (appointments.length === 0) return <Empty icon="calendar">{empty}</Empty>
  return (
    <>
      {appointments.map((appointment) => (
        <Card>
          <AppointmentWords appointment={appointment} lang={c.var.lang} today={today()} />
        </Card>
      ))}
    </>
  )
}

function Cancel({ c, team }: { c: Ctx; team: Overview['team'] }) {
  const t = texts[c.var.lang].agenda
  return (
    <Card heading={t.change} kind="own">
      <p>{team?.phone ? t.changeText : t.changeNoPhone}</p>
      {team?.phone && (
        <p>
          <ButtonLink href={telOf(team.phone)} icon="phone">
            {texts[c.var.lang].home.callTeam(team.phone)}
          </ButtonLink>
        </p>
      )}
    </Card>
  )
}
