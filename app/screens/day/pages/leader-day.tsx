import { link } from '../../../links.ts'
import { type Caseload, findCaseload } from '../../../path/care/door.ts'
import { attention } from '../../../path/referral/door.ts'
import { fullName } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, teamOf } from '../../../platform/web.ts'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { Needs } from '../parts/needs.tsx'
import { type Arrival, inboxOf, needing } from '../rules/entrance.ts'
import { listArrivals } from '../store/entrance.ts'
import { texts } from '../texts.ts'
import { InboxStat } from './desk-day.tsx'
import { DayFrame } from './frame.tsx'

type Lead = { team: { id: string; name: string }; caseload: Caseload; arrivals: Arrival[] }

/** The day of a project leader: how many come, wait and are in care, and who waits too long. */
export async function get(c: Ctx): Promise<Response> {
  const team = teamOf(c)
  const lead = await read(
    asker(c),
    [{ team: team.id, columns: ['referral'], purpose: 'administration' }],
    async (tx) => ({ team, caseload: await findCaseload(tx), arrivals: await listArrivals(tx) }),
  )
  return view(c, lead)
}

function view(c: Ctx, { team, caseload, arrivals }: Lead) {
  const { lang } = c.var
  const t = texts[lang]
  const inbox = inboxOf(arrivals)
  const needs = needing(arrivals, (arrival) => attention(arrival, today()))
  return c.render(
    <DayFrame c={c} team={team}>
      <Stats>
        <InboxStat lang={lang} team={team.id} inbox={inbox} />
        <Stat
          number={arrivals.length - inbox.count}
          label={t.waiting.title}
          href={link('waitingList', {}, { team: team.id })}
          soft={needs.length > 0 && t.waiting.needs(needs.length)}
          tone={needs.length > 0 ? 'warn' : 'plain'}
        />
        <Stat
          number={caseload.phases.care}
          label={t.care.title}
          href={link('caseload', {}, { team: team.id })}
          soft={t.care.aftercare(caseload.phases.aftercare)}
        />
      </Stats>
      <Needs
        lang={lang}
        today={today()}
        team={team.id}
        needs={needs}
        inbox={inbox.count}
        waiting={arrivals.length - inbox.count}
        fullName={fullName}
        opens={false}
      />
    </DayFrame>,
    { title: t.title, current: 'day' },
  )
}
