import { ageOn, type Day, daysBetween } from '../../../core/day.ts'
import { sayDay, sayDays } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { fullName } from '../../../people/clients/door.ts'
import { listTeams } from '../../../people/staff/door.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, me, teamOf } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Own } from '../../../ui/quote.tsx'
import { Table } from '../../../ui/table.tsx'
import { TeamChoice } from '../parts/team-choice.tsx'
import { oggzDeadline } from '../rules/waiting.ts'
import { type InboxLine, listInbox } from '../store/inbox.ts'
import { texts } from '../texts.ts'

/** Who was referred to the team and waits for triage. */
export async function get(c: Ctx): Promise<Response> {
  const team = teamOf(c)
  const lines = await read(
    asker(c),
    [{ team: team.id, columns: ['referral'], purpose: 'referral' }],
    listInbox,
  )
  return view(c, team, lines, await shieldedIn(c))
}

// What was just written down and is not for these eyes: from which team, and who goes on; null otherwise.
async function shieldedIn(c: Ctx): Promise<string | null> {
  const [from, by] = [c.req.query('voor'), c.req.query('door')]
  if (!from || !by) return null
  const teams = await read(asker(c), [], listTeams)
  const name = (id: string) => teams.find((team) => team.id === id)?.name
  const [fromName, byName] = [name(from), name(by)]
  return fromName && byName ? texts[c.var.lang].inbox.shielded(fromName, byName) : null
}

type Team = { id: string; name: string }

function view(c: Ctx, team: Team, lines: InboxLine[], shielded: string | null) {
  const t = texts[c.var.lang].inbox
  return c.render(
    <Stack>
      <PageHeading title={t.title} soft={t.soft(team.name, lines.length)}>
        <ButtonLink href={link('newReferral', {}, { team: team.id })} icon="plus">
          {t.new}
        </ButtonLink>
      </PageHeading>
      {c.req.query('gedaan') && (
        <Notice kind="success" live>
          {texts[c.var.lang].referral.done}
        </Notice>
      )}
      {shielded && (
        <Notice kind="success" live>
          {shielded}
        </Notice>
      )}
      <TeamChoice teams={me(c).teams} path="referrals" current={team.id} />
      {lines.length === 0 ? <Empty icon="inbox">{t.empty}</Empty> : <Lines c={c} lines={lines} />}
    </Stack>,
    { title: t.title, current: 'referrals' },
  )
}

function Lines({ c, lines }: { c: Ctx; lines: InboxLine[] }) {
  const { lang } = c.var
  const t = texts[lang].inbox
  const columns = [
    { key: 'person', label: t.person },
    { key: 'question', label: t.question },
    { key: 'from', label: t.from, soft: true },
    { key: 'since', label: t.since, soft: true },
    { key: 'attention', label: t.attention, hideLabel: true },
  ]
  const rows = lines.map((line) => ({
    href: link('referral', { clientId: line.clientId, referralId: line.referralId }),
    soft: line.birthDate ? t.age(ageOn(line.birthDate, today())) : t.noBirth,
    cells: {
      person: fullName(line),
      question: line.ownQuestion ? <Own>{line.ownQuestion}</Own> : t.noQuestion,
      from: line.source ? [texts[lang].sources[line.source], line.referrer].filter(Boolean).join(' · ') : '',
      since: `${sayDay(line.receivedOn, lang)} · ${sayDays(daysBetween(line.receivedOn, today()), lang)}`,
      attention: <Attention c={c} line={line} />,
    },
  }))
  return <Table caption={t.caption} hideCaption columns={columns} rows={rows} />
}

function Attention({ c, line }: { c: Ctx; line: InboxLine }) {
  const t = texts[c.var.lang].inbox
  const deadline = oggzDeadline(line)
  return (
    <>
      {deadline && <OggzChip c={c} deadline={deadline} />}
      {line.comesBack && (
        <Chip tone="prop" icon="history">
          {t.comesBack}
        </Chip>
      )}
    </>
  )
}

function OggzChip({ c, deadline }: { c: Ctx; deadline: Day }) {
  const { lang } = c.var
  const t = texts[lang].inbox
  const left = daysBetween(today(), deadline)
  if (left < 0)
    return (
      <Chip tone="alarm" icon="triangle-alert">
        {t.oggzLate(sayDays(-left, lang))}
      </Chip>
    )
  return (
    <Chip tone={left <= 4 ? 'warn' : 'plain'} icon="clock">
      {t.oggzLeft(sayDays(left, lang))}
    </Chip>
  )
}
