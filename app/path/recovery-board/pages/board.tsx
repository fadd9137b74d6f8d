import { link } from '../../../links.ts'
import { fullName } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, me, teamOf } from '../../../platform/web.ts'
import { Board, BoardCard, Lane } from '../../../ui/board.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { phaseWord, sayDuration } from '../../instruments/door.ts'
import { ContactSign, MovementSign, OtherSigns } from '../parts/signs.tsx'
import type { BoardLine } from '../rules/card.ts'
import {
  type BoardLane,
  inOrder,
  isShown,
  lanesOf,
  mayMove,
  orderOf,
  type Selection,
  selections,
  sightOf,
} from '../rules/lanes.ts'
import { listBoard } from '../store/board.ts'
import { texts } from '../texts.ts'
import { Choices } from './choices.tsx'
import { BoardTable } from './list.tsx'

/** What the board shows, and to whom. */
export type Shown = {
  c: Ctx
  team: { id: string; name: string }
  lines: BoardLine[]
  selection: Selection
  asList: boolean
}

/** The herstelbord: the team's people by phase of recovery, as a board or as a list. */
export async function get(c: Ctx): Promise<Response> {
  const team = teamOf(c)
  const lines = await read(
    asker(c),
    [{ team: team.id, columns: ['referral', 'measures', 'reports'], purpose: 'meeting' }],
    listBoard,
  )
  const selection = selections.find((one) => one === c.req.query('toon')) ?? 'everyone'
  return view({ c, team, lines, selection, asList: c.req.query('vorm') === 'lijst' })
}

function view(shown: Shown) {
  const { c, team, lines, selection, asList } = shown
  const t = texts[c.var.lang].board
  const chosen = inOrder(lines).filter((line) => isShown(line, selection))
  const soft = [t.people(lines.length), lines.length > 1 && t.order[orderOf(lines)]]
  return c.render(
    <Stack>
      <PageHeading title={t.title(team.name)} soft={soft.filter(Boolean).join(' · ')}>
        <HeadingLinks {...shown} />
      </PageHeading>
      {c.req.query('gedaan') === 'uit-zorg' && <Notice kind="success">{t.left}</Notice>}
      {lines.length > 0 && sightOf(me(c).role, lines) === 'none' && (
        <Notice kind="info">{t.sightNone}</Notice>
      )}
      <Choices {...shown} />
      {chosen.length === 0 && <Empty icon="users">{lines.length === 0 ? t.empty : t.emptySelection}</Empty>}
      {chosen.length > 0 &&
        (asList ? <BoardTable c={c} lines={chosen} /> : <Lanes {...shown} lines={chosen} />)}
    </Stack>,
    { title: t.short, current: 'board' },
  )
}

function HeadingLinks({ c, team, selection, asList }: Shown) {
  const t = texts[c.var.lang].board
  const query = { team: team.id, toon: selection, ...(asList ? {} : { vorm: 'lijst' }) }
  const counts = ['practitioner', 'secretariat', 'project-leader'].includes(me(c).role)
  return (
    <>
      {counts && (
        <ButtonLink kind="plain" icon="chart-column" href={link('caseload', {}, { team: team.id })}>
          {t.caseload}
        </ButtonLink>
      )}
      <ButtonLink kind="plain" icon={asList ? 'layout-dashboard' : 'list'} href={link('board', {}, query)}>
        {asList ? t.asBoard : t.asList}
      </ButtonLink>
    </>
  )
}

function Lanes({ c, lines }: Shown) {
  const { lang } = c.var
  const sight = sightOf(me(c).role, lines)
  const titleOf = (phase: BoardLane['phase']) =>
    phase === 0 ? texts[lang].board.laneUnknown[sight] : phaseWord(phase, lang)
  const lanes = lanesOf(lines)
    .filter(({ phase, lines: own }) => (phase === 0 ? own.length > 0 : sight !== 'none'))
    .map((lane) => ({ ...lane, title: titleOf(lane.phase), count: lane.lines.length }))
  return (
    <Board lanes={lanes}>
      {lanes.map(({ phase, title, count, lines: own }) => (
        <Lane phase={phase} title={title} count={count}>
          {own.map((line) => (
            <PersonCard c={c} line={line} />
          ))}
        </Lane>
      ))}
    </Board>
  )
}

function PersonCard({ c, line }: { c: Ctx; line: BoardLine }) {
  const { lang } = c.var
  const { clientId } = line
  const name = fullName(line)
  const signs = { line, today: today(), lang, say: sayDuration }
  return (
    <BoardCard name={name} href={link('dossier', { clientId })} quote={line.ownQuestion || undefined}>
      <ContactSign {...signs} />
      <MovementSign {...signs} />
      <OtherSigns {...signs} />
      {mayMove(me(c).role, line) && (
        <A href={link('phase', { clientId })} aria-label={texts[lang].board.talkWith(name)}>
          {texts[lang].board.talk}
        </A>
      )}
    </BoardCard>
  )
}
