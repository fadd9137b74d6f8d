import { dayOf, timeOf } from '../../../core/day.ts'
import { NotFound } from '../../../core/outcome.ts'
import { sayDay } from '../../../core/texts.ts'
import { findAddress, fullName } from '../../../people/clients/door.ts'
import { findTeam, type Team } from '../../../people/staff/door.ts'
import { today } from '../../../platform/clock.ts'
import type { Ctx } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { addressLines, mailLink } from '../rules/letter.ts'
import type { IntakePlan } from '../store/story.ts'
import { texts } from '../texts.ts'
import { type Opened, openReferral, referralLink } from './step.tsx'

type Address = Awaited<ReturnType<typeof findAddress>>

/** The letter that invites to the intake, to print or to mail. Always in Dutch, in plain words (E bijlage 5). */
export async function get(c: Ctx): Promise<Response> {
  const [opened, more] = await openReferral(c, async (tx, { of, story }) => ({
    address: await findAddress(tx, of.client),
    team: await findTeam(tx, story.teamId),
  }))
  const plan = opened.story.plans[0]
  if (!plan || !more.team) throw new NotFound('no intake was planned')
  return view(c, opened, { plan, address: more.address, team: more.team })
}

function view(c: Ctx, opened: Opened, parts: { plan: IntakePlan; address: Address; team: Team }) {
  const t = texts[c.var.lang].invitation
  const body = paragraphs(opened, parts)
  return c.render(
    <Stack narrow>
      <div class="no-print">
        <p>
          <A href={referralLink(opened)}>{texts[c.var.lang].backTo(fullName(opened.client))}</A>
        </p>
        <PageHeading title={t.title} soft={t.how}>
          <ButtonLink kind="plain" href={mailLink(letter.subject, body)} icon="mail">
            {t.mail}
          </ButtonLink>
        </PageHeading>
        {parts.address?.addressKind !== 'home' && (
          <Notice kind="warn">{parts.address?.addressKind === 'secret' ? t.secret : t.noAddress}</Notice>
        )}
      </div>
      <article class="letter" lang="nl">
        <p>
          {parts.team.name}
          <br />
          {parts.team.address}
        </p>
        <p>
          {addressLines(fullName(opened.client), parts.address).map((line) => (
            <>
              {line}
              <br />
            </>
          ))}
        </p>
        <p>{sayDay(today(), 'nl', 'long')}</p>
        <h2>{letter.subject}</h2>
        {body.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </article>
    </Stack>,
    { title: t.title, current: 'waitingList' },
  )
}

const { letter } = texts.nl

function paragraphs({ client }: Opened, { plan, team }: { plan: IntakePlan; team: Team }): string[] {
  const moment = new Date(plan.startsAt)
  const who = [plan.by, plan.withWhom].filter(Boolean).join(' en ')
  return [
    letter.greeting(fullName(client)),
    letter.invite(sayDay(dayOf(moment), 'nl', 'long'), timeOf(moment), plan.minutes),
    letter.where(plan.place, who),
    plan.relativeInvited ? letter.namedRelative(plan.relativeInvited) : letter.relative,
    letter.talk,
    letter.identity,
    letter.change(team.phone),
    letter.close,
    team.name,
  ]
}
