import { link } from '../../../links.ts'
import { fullName } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { type Ctx, me } from '../../../platform/web.ts'
import { PhaseChip } from '../../../ui/chip.tsx'
import { A } from '../../../ui/link.tsx'
import { Own } from '../../../ui/quote.tsx'
import { Table } from '../../../ui/table.tsx'
import { phaseWord, sayDuration } from '../../instruments/door.ts'
import { ContactSign, MovementSign, OtherSigns } from '../parts/signs.tsx'
import type { BoardLine } from '../rules/card.ts'
import { mayMove, sightOf } from '../rules/lanes.ts'
import { texts } from '../texts.ts'

/** The board as a list: the same people with the same signs, one row each. */
export function BoardTable({ c, lines }: { c: Ctx; lines: BoardLine[] }) {
  const { lang } = c.var
  const t = texts[lang].board
  const sight = sightOf(me(c).role, lines)
  const columns = [
    { key: 'name', label: t.name },
    ...(sight === 'none' ? [] : [{ key: 'phase', label: t.phase }]),
    { key: 'contact', label: t.contact },
    ...(sight === 'none' ? [] : [{ key: 'movement', label: t.movement }]),
    { key: 'attention', label: t.attention },
  ]
  return (
    <Table
      caption={t.caption}
      hideCaption
      columns={columns}
      rows={lines.map((line) => rowOf(c, line, sight))}
    />
  )
}

function rowOf(c: Ctx, line: BoardLine, sight: 'all' | 'some' | 'none') {
  const { lang } = c.var
  const signs = { line, today: today(), lang, say: sayDuration }
  return {
    href: link('dossier', { clientId: line.clientId }),
    soft: line.ownQuestion ? <Own>{line.ownQuestion}</Own> : undefined,
    cells: {
      name: fullName(line),
      phase: <PhaseCell c={c} line={line} sight={sight} />,
      contact: <ContactSign {...signs} />,
      movement: <MovementSign {...signs} />,
      attention: <OtherSigns {...signs} />,
    },
  }
}

function PhaseCell({ c, line, sight }: { c: Ctx; line: BoardLine; sight: 'all' | 'some' | 'none' }) {
  const { lang } = c.var
  const t = texts[lang].board
  const unknown = sight === 'all' || line.seesPhases ? t.unknownPhase : t.unseen
  return (
    <>
      {line.phase ? (
        <PhaseChip phase={line.phase}>{phaseWord(line.phase, lang)}</PhaseChip>
      ) : (
        <span class="soft">{unknown}</span>
      )}
      {mayMove(me(c).role, line) && (
        <div>
          <A href={link('phase', { clientId: line.clientId })} aria-label={t.talkWith(fullName(line))}>
            {t.talk}
          </A>
        </div>
      )}
    </>
  )
}
