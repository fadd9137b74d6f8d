import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, me, teamOf } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { FilterLinks } from '../../../ui/filter.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Table } from '../../../ui/table.tsx'
import {
  choose,
  type ListChoice,
  type ListedClient,
  type ListPhase,
  pageSize,
  readChoice,
} from '../rules/client-list.ts'
import { fullName } from '../rules/name.ts'
import { listTeamClients } from '../store/list.ts'
import { texts } from '../texts.ts'

type Shown = { team: { id: string; name: string }; choice: ListChoice; clients: ListedClient[] }

/** The clients of my team. */
export async function get(c: Ctx): Promise<Response> {
  const team = teamOf(c)
  const clients = await read(asker(c), [{ team: team.id, columns: [], purpose: 'care' }], listTeamClients)
  return view(c, { team, choice: readChoice(c.req.query()), clients })
}

function view(c: Ctx, shown: Shown) {
  const t = texts[c.var.lang].list
  const { team, clients, choice } = shown
  const { rows, start, total, letters } = choose(clients, choice)
  const page = (from: number) => address(shown, { from })
  return c.render(
    <Stack>
      <PageHeading title={t.title} soft={t.soft(team.name, clients.length)}>
        <ButtonLink href={link('search')} icon="search" kind="plain">
          {t.search}
        </ButtonLink>
      </PageHeading>
      {c.req.query('gedaan') === 'overlijden' && (
        <Notice kind="success" live>
          {t.deathSaved}
        </Notice>
      )}
      <Teams c={c} shown={shown} />
      {clients.length > 0 && <Filters c={c} shown={shown} letters={letters} />}
      <Clients c={c} rows={rows} isEmptyTeam={clients.length === 0} />
      <Pager
        previous={start > 0 ? page(start - pageSize) : undefined}
        next={start + pageSize < total ? page(start + pageSize) : undefined}
        words={t.range(start + 1, Math.min(start + pageSize, total), total)}
      />
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}

function Clients({ c, rows, isEmptyTeam }: { c: Ctx; rows: ListedClient[]; isEmptyTeam: boolean }) {
  const { lang } = c.var
  const t = texts[lang].list
  if (rows.length === 0) return <Empty icon="users">{isEmptyTeam ? t.emptyTitle : t.emptyChoice}</Empty>
  const columns = [
    { key: 'person', label: t.person },
    { key: 'birth', label: t.birth, soft: true },
    { key: 'phase', label: t.phase },
    { key: 'since', label: t.since, soft: true },
  ]
  const lines = rows.map((client) => ({
    href: link('dossier', { clientId: client.clientId }),
    cells: {
      person: fullName(client),
      birth: client.birthDate ? sayDay(client.birthDate, lang) : texts[lang].identity.unknown,
      phase: <Chip tone={tones[client.phase]}>{texts[lang].phases[client.phase]}</Chip>,
      since: sayDay(client.since, lang),
    },
  }))
  return <Table caption={t.caption} hideCaption columns={columns} rows={lines} />
}

const tones = { referral: 'prop', care: 'good', aftercare: 'plain' } as const

function Filters({ c, shown, letters }: { c: Ctx; shown: Shown; letters: string[] }) {
  const { lang } = c.var
  const t = texts[lang].list
  const { choice, clients } = shown
  const phases: (ListPhase | '')[] = ['', 'care', 'referral', 'aftercare']
  const count = (phase: string) => clients.filter((client) => !phase || client.phase === phase).length
  return (
    <Stack tight>
      <FilterLinks
        label={t.byPhase}
        items={phases.map((phase) => ({
          href: address(shown, { phase, letter: '', from: 0 }),
          label: phase === '' ? t.all : texts[lang].phases[phase],
          count: count(phase),
          current: phase === choice.phase,
        }))}
      />
      <FilterLinks
        label={t.byLetter}
        items={['', ...letters].map((letter) => ({
          href: address(shown, { letter, from: 0 }),
          label: letter || t.anyLetter,
          current: letter === choice.letter,
        }))}
      />
    </Stack>
  )
}

function Teams({ c, shown }: { c: Ctx; shown: Shown }) {
  const { teams } = me(c)
  if (teams.length < 2) return null
  return (
    <FilterLinks
      items={teams.map((team) => ({
        href: link('clients', {}, { team: team.id }),
        label: team.name,
        current: team.id === shown.team.id,
      }))}
    />
  )
}

function address({ team, choice }: Shown, change: Partial<ListChoice>): string {
  const { letter, phase, from } = { ...choice, ...change }
  return link(
    'clients',
    {},
    {
      team: team.id,
      ...(phase && { fase: phase }),
      ...(letter && { letter }),
      ...(from > 0 && { vanaf: String(from) }),
    },
  )
}
