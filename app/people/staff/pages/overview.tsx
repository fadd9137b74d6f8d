import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Inline, Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Table } from '../../../ui/table.tsx'
import { runsOn } from '../rules/running.ts'
import {
  listOrganisationsSigned,
  listTeamsServed,
  listWorkers,
  type Organisation,
  type TeamOverview,
  type Worker,
} from '../store/overview.ts'
import { texts } from '../texts.ts'

/** Who works here: organisations and agreements, teams and areas, workers and posts. No client in sight. */
export async function get(c: Ctx): Promise<Response> {
  const asked = c.req.query('vanaf') ?? ''
  const start = /^\d{1,6}$/.test(asked) ? Number(asked) : 0
  const loaded = await read(asker(c), [], async (tx) => ({
    organisations: await listOrganisationsSigned(tx),
    teams: await listTeamsServed(tx),
    ...(await listWorkers(tx, start)),
  }))
  return view(c, { ...loaded, start })
}

type Loaded = {
  organisations: Organisation[]
  teams: TeamOverview[]
  workers: Worker[]
  total: number
  start: number
}

function view(c: Ctx, { organisations, teams, workers, total, start }: Loaded) {
  const t = texts[c.var.lang].overview
  return c.render(
    <Stack>
      <PageHeading title={t.title} soft={t.soft} />
      {c.req.query('gedaan') === 'team' && <Notice kind="success">{t.said.team}</Notice>}
      <Organisations c={c} organisations={organisations} />
      <Teams c={c} teams={teams} />
      <Workers c={c} workers={workers} />
      <Pager
        previous={start > 0 ? at(start - 50) : undefined}
        next={start + 50 < total ? at(start + 50) : undefined}
        words={t.range(start + 1, Math.min(start + 50, total), total)}
      />
    </Stack>,
    { title: t.title, current: 'staff' },
  )
}

function at(start: number): string {
  return link('staff', {}, start > 0 ? { vanaf: String(start) } : {})
}

function Organisations({ c, organisations }: { c: Ctx; organisations: Organisation[] }) {
  const { lang } = c.var
  const t = texts[lang].overview
  const columns = [
    { key: 'name', label: t.name },
    { key: 'kind', label: t.kind, soft: true },
    { key: 'agreement', label: t.agreement },
  ]
  const rows = organisations.map((one) => ({
    href: link('organisation', { organisationId: one.id }),
    cells: {
      name: one.name,
      kind: texts[lang].kinds[one.kind],
      agreement: <Signed c={c} organisation={one} />,
    },
  }))
  return (
    <Card
      heading={t.organisations}
      actions={
        <ButtonLink small kind="quiet" icon="plus" href={link('newOrganisation')}>
          {t.addOrganisation}
        </ButtonLink>
      }
    >
      <Table caption={t.organisations} hideCaption columns={columns} rows={rows} />
    </Card>
  )
}

function Signed({ c, organisation }: { c: Ctx; organisation: Organisation }) {
  const { lang } = c.var
  const t = texts[lang].overview
  const now = organisation.agreements.find((one) => runsOn(one, today()))
  if (now?.until) return <Chip tone="warn">{t.signedUntil(sayDay(now.until, lang))}</Chip>
  if (now) return <span class="soft">{t.signed(sayDay(now.from, lang))}</span>
  const next = organisation.agreements.find((one) => one.from > today())
  if (next) return <Chip>{t.startsOn(sayDay(next.from, lang))}</Chip>
  return <Chip tone="warn">{t.unsigned}</Chip>
}

function Teams({ c, teams }: { c: Ctx; teams: TeamOverview[] }) {
  const t = texts[c.var.lang].overview
  const columns = [
    { key: 'name', label: t.name },
    { key: 'postcodes', label: t.postcodes, soft: true },
    { key: 'members', label: t.members, numeric: true },
  ]
  const rows = teams.map((team) => ({
    cells: { name: team.name, postcodes: team.postcodes.join(', '), members: team.members },
  }))
  return (
    <Card
      heading={t.teams}
      actions={
        <Inline>
          <ButtonLink small kind="plain" icon="map-pin" href={link('staffArea')}>
            {t.areas}
          </ButtonLink>
          <ButtonLink small kind="quiet" icon="plus" href={link('newTeam')}>
            {t.addTeam}
          </ButtonLink>
        </Inline>
      }
    >
      <Table caption={t.teams} hideCaption columns={columns} rows={rows} empty={t.noTeams} />
    </Card>
  )
}

function Workers({ c, workers }: { c: Ctx; workers: Worker[] }) {
  const { lang } = c.var
  const t = texts[lang].overview
  const columns = [
    { key: 'name', label: t.name },
    { key: 'posts', label: t.posts },
  ]
  const rows = workers.map((worker) => ({
    href: link('worker', { personId: worker.id }),
    soft: worker.email,
    cells: { name: worker.name, posts: postsNow(worker, lang) || t.noPost },
  }))
  return (
    <Card
      heading={t.workers}
      actions={
        <ButtonLink small kind="quiet" icon="user-plus" href={link('newWorker')}>
          {t.addWorker}
        </ButtonLink>
      }
    >
      <Table caption={t.workers} hideCaption columns={columns} rows={rows} empty={t.noWorkers} />
    </Card>
  )
}

function postsNow({ memberships }: Worker, lang: 'nl' | 'en'): string {
  return memberships
    .filter((one) => runsOn(one, today()))
    .map((one) => [one[lang], one.organisation, one.team && `team ${one.team}`].filter(Boolean).join(', '))
    .join(' · ')
}
