import { type Lang, sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import type { Batch, PreviewLine } from '../../../office/imports/door.ts'
import { Actions, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Soft, Stack } from '../../../ui/layout.tsx'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { Table } from '../../../ui/table.tsx'
import { texts } from '../texts.ts'
import { type Place, sayProblem, WeightChip } from './problems.tsx'

type Props = { lang: Lang; batch: Batch; lines: PreviewLine[]; place: Place }

/** What came of it: numbers, and every remark by line and column. */
export function Report({ lang, batch, lines, place }: Props) {
  const t = texts[lang].report
  const { committed } = batch
  if (!committed) return null
  const kinds = ['created', 'same', 'skipped', 'seen', 'blocked'] as const
  return (
    <Stack>
      <Soft>{t.by(batch.madeBy, sayMoment(new Date(committed.committedAt), lang))}</Soft>
      <Stats>
        {kinds.map((kind) => (
          <Stat number={committed[kind]} label={t[kind]} tone={kind === 'created' ? 'good' : 'plain'} />
        ))}
      </Stats>
      <Card heading={t.problems}>
        <Soft>{t.emptied}</Soft>
        {lines.length === 0 ? <p>{t.noProblems}</p> : <Remarks lang={lang} lines={lines} place={place} />}
      </Card>
      <Actions>
        <ButtonLink kind="quiet" icon="download" href={link('importReport', { importId: batch.id })}>
          {t.export}
        </ButtonLink>
        {!batch.undone && committed.created > 0 && (
          <ButtonLink kind="quiet" icon="undo-2" href={link('importUndo', { importId: batch.id })}>
            {t.undo}
          </ButtonLink>
        )}
      </Actions>
    </Stack>
  )
}

function Remarks({ lang, lines, place }: Omit<Props, 'batch'>) {
  const t = texts[lang].report
  const columns = [
    { key: 'line', label: t.line },
    { key: 'column', label: t.column },
    { key: 'problem', label: t.problem },
    { key: 'result', label: t.result },
  ]
  const rows = lines.flatMap(({ line, problems }) =>
    problems.map((problem) => ({
      cells: {
        line,
        column: place(problem),
        problem: sayProblem(lang, problem),
        result: <WeightChip lang={lang} weight={problem.weight} />,
      },
    })),
  )
  return <Table caption={t.caption} hideCaption columns={columns} rows={rows} />
}
