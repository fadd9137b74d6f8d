import type { OrganisationId } from '../../../core/id.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { listOrganisations } from '../../../people/staff/door.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, me, teamOf } from '../../../platform/web.ts'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/definition.tsx'
import { FilterLinks } from '../../../ui/filter.tsx'
import { Columns, Stack } from '../../../ui/layout.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { Table } from '../../../ui/table.tsx'
import {
  type Caseload,
  countSharing,
  type Destination,
  destinationWord,
  findCaseload,
  type Sharing,
} from '../../care/door.ts'
import { sourceWord } from '../../referral/door.ts'
import { findInflow, type Inflow } from '../store/inflow.ts'
import { texts } from '../texts.ts'

type Organisation = { id: OrganisationId; name: string; kind: string }
type Figures = {
  c: Ctx
  team: { id: string; name: string }
  caseload: Caseload
  inflow: Inflow
  sharing: Sharing
  organisations: Organisation[]
}

/** How many people the team has, with whom, from where and to where; each number leads to its rows where there are. */
export async function get(c: Ctx): Promise<Response> {
  const team = teamOf(c)
  const opening = { team: team.id, columns: [], purpose: 'administration' as const }
  const figures = await read(asker(c), [opening], async (tx) => ({
    caseload: await findCaseload(tx),
    inflow: await findInflow(tx),
    organisations: await listOrganisations(tx),
  }))
  const welfare = figures.organisations.filter(({ kind }) => kind === 'welfare').map(({ id }) => id)
  const sharing = countSharing(figures.caseload.together, (id) => welfare.includes(id))
  return view({ c, team, sharing, ...figures })
}

function view(figures: Figures) {
  const { c, team, caseload, inflow } = figures
  const { lang } = c.var
  const t = texts[lang].caseload
  const byDestination = (counts: Caseload['outflow']) =>
    countedItems(counts, (code) => destinationWord(code as Destination, lang))
  return c.render(
    <Stack>
      <PageHeading title={t.title} soft={t.soft(team.name, sayDay(today(), lang))} />
      <TeamChoice c={c} current={team.id} />
      <Numbers {...figures} />
      <Organisations {...figures} />
      <Columns kind="three">
        <Counted c={c} title={t.aftercareTitle} items={byDestination(caseload.aftercare)} />
        <Counted c={c} title={t.outflowTitle} note={t.outflowNote} items={byDestination(caseload.outflow)} />
        <Counted
          c={c}
          title={t.sourcesTitle}
          items={countedItems(inflow.sources, (code) => sourceWord(code, lang))}
        />
      </Columns>
    </Stack>,
    { title: t.title, current: 'caseload' },
  )
}

function Numbers({ c, team, caseload, inflow, sharing }: Figures) {
  const t = texts[c.var.lang].caseload
  const board = (toon: string) => link('board', {}, { team: team.id, toon, vorm: 'lijst' })
  const { aftercare } = caseload.phases
  return (
    <Stats>
      <Stat
        number={sharing.people}
        label={t.inCare}
        soft={t.ofAftercare(aftercare)}
        href={board('everyone')}
      />
      <Stat number={inflow.waiting} label={t.waiting} href={link('waitingList', {}, { team: team.id })} />
      <Stat number={inflow.toTriage} label={t.toTriage} href={link('referrals', {}, { team: team.id })} />
      <Stat number={sharing.shared} label={t.shared} soft={t.sharedSoft} href={board('shared')} />
      <Stat number={aftercare} label={t.aftercare} href={board('aftercare')} />
    </Stats>
  )
}

function Organisations({ c, sharing, organisations }: Figures) {
  const t = texts[c.var.lang].caseload
  const columns = [
    { key: 'name', label: t.organisation },
    { key: 'people', label: t.people, numeric: true },
    { key: 'unique', label: t.unique, numeric: true },
    { key: 'shared', label: t.sharedHere, numeric: true },
  ]
  const nameOf = (id: OrganisationId) => organisations.find((one) => one.id === id)?.name ?? ''
  const lines = sharing.organisations
    .toSorted((a, b) => b.people - a.people)
    .map(({ id, ...counts }) => ({ cells: { name: nameOf(id), ...counts } }))
  const without = { cells: { name: t.without, people: sharing.withoutOrganisation } }
  const { people, unique, shared } = sharing
  const all = { cells: { name: t.total, people, unique, shared } }
  return (
    <Card heading={t.organisations}>
      <p class="soft">{t.organisationsNote}</p>
      <Table
        caption={t.organisationsCaption}
        hideCaption
        columns={columns}
        rows={[...lines, ...(sharing.withoutOrganisation > 0 ? [without] : []), all]}
      />
    </Card>
  )
}

type CountedProps = { c: Ctx; title: string; note?: string; items: { label: string; value: number }[] }

function Counted({ c, title, note, items }: CountedProps) {
  return (
    <Card heading={title}>
      {note && <p class="soft">{note}</p>}
      {items.length > 0 ? (
        <Facts spread items={items} />
      ) : (
        <p class="soft">{texts[c.var.lang].caseload.none}</p>
      )}
    </Card>
  )
}

function countedItems(counts: Partial<Record<string, number>>, word: (code: string) => string) {
  return Object.entries(counts)
    .map(([code, value = 0]) => ({ label: word(code), value }))
    .sort((a, b) => b.value - a.value)
}

function TeamChoice({ c, current }: { c: Ctx; current: string }) {
  const { teams } = me(c)
  if (teams.length < 2) return null
  return (
    <FilterLinks
      items={teams.map(({ id, name }) => ({
        href: link('caseload', {}, { team: id }),
        label: name,
        current: id === current,
      }))}
    />
  )
}
