import { dayOf, timeOf } from '../../../core/day.ts'
import { sayDays, sayNear } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { fullName } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, me, teamOf } from '../../../platform/web.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Own } from '../../../ui/quote.tsx'
import { Table } from '../../../ui/table.tsx'
import { TeamChoice } from '../parts/team-choice.tsx'
import { attention, waited } from '../rules/waiting.ts'
import { listWaiting, type WaitingLine } from '../store/waiting-list.ts'
import { texts } from '../texts.ts'

/** Who waits for the intake: how long, whether there is contact already, and what was promised. */
export async function get(c: Ctx): Promise<Response> {
  const team = teamOf(c)
  const lines = await read(
    asker(c),
    [{ team: team.id, columns: ['referral'], purpose: 'referral' }],
    listWaiting,
  )
  const { lang } = c.var
  const t = texts[lang].waitingList
  return c.render(
    <Stack>
      <PageHeading title={t.title} soft={t.soft(team.name, lines.length)} />
      {c.req.query('gedaan') && (
        <Notice kind="success" live>
          {texts[lang].referral.done}
        </Notice>
      )}
      <TeamChoice teams={me(c).teams} path="waitingList" current={team.id} />
      {lines.length === 0 ? (
        <Empty icon="clock">{t.empty}</Empty>
      ) : (
        <Table
          caption={t.caption}
          hideCaption
          columns={columns(lang)}
          rows={lines.map((line) => row(line, lang))}
        />
      )}
    </Stack>,
    { title: t.title, current: 'waitingList' },
  )
}

function columns(lang: 'nl' | 'en') {
  const t = texts[lang].waitingList
  return [
    { key: 'person', label: t.person },
    { key: 'question', label: t.question },
    { key: 'waits', label: t.waits, tight: true },
    { key: 'contact', label: t.contact, soft: true },
    { key: 'next', label: t.next },
    { key: 'attention', label: t.attention, hideLabel: true },
  ]
}

function row(line: WaitingLine, lang: 'nl' | 'en') {
  const t = texts[lang].waitingList
  const wait = waited(line, today())
  const alarm = attention(line, today())
  return {
    href: link('referral', { clientId: line.clientId, referralId: line.referralId }),
    soft: line.source ? texts[lang].sources[line.source] : '',
    cells: {
      person: fullName(line),
      question: line.ownQuestion ? <Own>{line.ownQuestion}</Own> : texts[lang].inbox.noQuestion,
      waits: sayDays(wait.toIntake, lang),
      contact: line.lastContactOn
        ? t.contactAfter(sayDays(wait.toFirstContact, lang), sayNear(line.lastContactOn, today(), lang))
        : t.noContact,
      next: nextOf(line, lang),
      attention: alarm && (
        <Chip
          tone={
            alarm === 'oggz-late' || alarm === 'promise-late' || alarm === 'intake-missed' ? 'alarm' : 'warn'
          }
          icon="triangle-alert"
        >
          {t.alarms[alarm]}
        </Chip>
      ),
    },
  }
}

function nextOf({ intakeAt, intakeHeldOn, promisedFor, promise }: WaitingLine, lang: 'nl' | 'en'): string {
  const t = texts[lang].waitingList
  if (intakeAt && !intakeHeldOn)
    return `${t.intake} ${sayNear(dayOf(intakeAt), today(), lang)} ${timeOf(intakeAt)}`
  return promisedFor ? `${sayNear(promisedFor, today(), lang)} ${promise ?? ''}` : ''
}
