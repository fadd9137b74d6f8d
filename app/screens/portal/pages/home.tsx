import { addDays } from '../../../core/day.ts'
import { sayDay, sayRecent } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { deedOf, type Look, Looks, listLooks } from '../../../people/audit/door.ts'
import { now, today } from '../../../platform/clock.ts'
import { type Ctx, me } from '../../../platform/web.ts'
import { Card } from '../../../ui/card.tsx'
import { Soft } from '../../../ui/layout.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { type ContactEvent, contactKinds, isContact, listEvents } from '../../dossier/door.ts'
import { AppointmentWords } from '../parts/appointment-card.tsx'
import { ContactPerson } from '../parts/contact-person.tsx'
import { MaySee } from '../parts/may-see.tsx'
import { Note } from '../parts/report-item.tsx'
import { type Appointment, nextOf } from '../rules/appointment.ts'
import { listAppointments } from '../store/appointments.ts'
import { texts } from '../texts.ts'
import { about, findWhose, nobody, type Opened, openRecord, readerOf, WhoseChoice } from './record.tsx'

type Rest = { next: Appointment | undefined; last: ContactEvent | undefined; looks: Look[] }
type Page = Opened<Rest>

/** The client's day: what comes next, who helps, what was written last, and who looked. */
export async function get(c: Ctx): Promise<Response> {
  const whose = await findWhose(c)
  if (!whose) return nobody(c)
  const { clientId } = whose
  const page = await openRecord(c, whose, async (tx): Promise<Rest> => {
    const appointments = await listAppointments(tx, clientId, 0)
    const spoken = contactKinds.filter((kind) => kind !== 'contacts.tried')
    const [last] = await listEvents(tx, clientId, { limit: 1, kinds: spoken })
    const month = { from: addDays(today(), -30), until: today(), lang: c.var.lang }
    const looks = whose.isOwn ? await listLooks(tx, clientId, month) : []
    return { next: nextOf(appointments, now()), last: last && isContact(last) ? last : undefined, looks }
  })
  return view(c, page)
}

function view(c: Ctx, page: Page) {
  const { lang } = c.var
  const t = texts[lang].home
  const { whose, overview } = page
  return c.render(
    <>
      <PageHeading
        title={t.hello(me(c).name.split(' ')[0] ?? '')}
        soft={t.today(sayDay(today(), lang, 'long'))}
      />
      <WhoseChoice c={c} whose={whose} path="portal" />
      {!whose.isOwn && <p>{t.about(whose.givenName)}</p>}
      <Emergency c={c} page={page} />
      <Next c={c} page={page} />
      <Helpers c={c} page={page} />
      <Last c={c} page={page} />
      <LastLooks c={c} page={page} />
      {!whose.isOwn && (
        <MaySee
          lang={lang}
          name={whose.givenName}
          open={overview.open}
          isLegal={me(c).role === 'representative'}
        />
      )}
      {whose.isOwn && (
        <Card heading={t.honest}>
          <p>{t.honestText}</p>
        </Card>
      )}
    </>,
    { title: t.title, current: 'portal' },
  )
}

type BlockProps = { c: Ctx; page: Page }

function Emergency({ c, page: { rest } }: BlockProps) {
  const { lang } = c.var
  const t = texts[lang].home
  const urgent = rest?.looks.filter((look) => deedOf(look) === 'emergency') ?? []
  if (urgent.length === 0) return null
  return (
    <Notice kind="alarm" title={t.emergency}>
      <Looks looks={urgent} lang={lang} today={today()} voice="client" brief />
      <p>{t.emergencyText}</p>
      <A href={link('portalLooks')}>{t.allLooks}</A>
    </Notice>
  )
}

function Next({ c, page: { whose, overview, rest } }: BlockProps) {
  const { lang } = c.var
  const t = texts[lang].home
  if (!overview.open.includes('agenda')) return null
  return (
    <Card heading={whose.isOwn ? t.next : t.nextOf(whose.givenName)} kind="brand">
      {rest?.next ? (
        <AppointmentWords appointment={rest.next} lang={lang} today={today()} />
      ) : (
        <p>{t.noNext}</p>
      )}
      <A href={link('portalAgenda', {}, about(whose))}>{t.all}</A>
    </Card>
  )
}

function Helpers({ c, page: { whose, overview } }: BlockProps) {
  const t = texts[c.var.lang].home
  if (overview.contacts.length === 0 && !whose.isOwn) return null
  return (
    <Card heading={whose.isOwn ? t.person : t.personOf(whose.givenName)}>
      <ContactPerson lang={c.var.lang} contacts={overview.contacts} team={overview.team} />
    </Card>
  )
}

function Last({ c, page: { whose, overview, rest } }: BlockProps) {
  const { lang } = c.var
  const t = texts[lang].home
  if (!overview.open.includes('reports')) return null
  const last = rest?.last
  return (
    <Card heading={t.last}>
      {last ? (
        <>
          <p>
            <Soft>
              {[last.person, last.organisation, sayRecent(last.at, today(), lang)]
                .filter(Boolean)
                .join(' · ')}
            </Soft>
          </p>
          <p>
            <Lines text={last.body.report} />
          </p>
          <Note event={last} reader={readerOf(c, whose)} />
        </>
      ) : (
        <p>{t.noLast}</p>
      )}
      <A href={link('portalStory', {}, about(whose))}>{t.story}</A>
    </Card>
  )
}

function LastLooks({ c, page: { whose, rest } }: BlockProps) {
  const { lang } = c.var
  const t = texts[lang].home
  if (!whose.isOwn || !rest) return null
  const others = rest.looks.filter((look) => look.personId !== me(c).personId).slice(0, 3)
  return (
    <Card heading={t.looks}>
      {others.length > 0 ? (
        <Looks looks={others} lang={lang} today={today()} voice="client" brief />
      ) : (
        <p>{t.noLooks}</p>
      )}
      <A href={link('portalLooks')}>{t.allLooks}</A>
    </Card>
  )
}
