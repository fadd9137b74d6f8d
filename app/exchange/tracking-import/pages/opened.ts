import { NotFound } from '../../../core/outcome.ts'
import {
  type Batch,
  columnLetter,
  findBatch,
  findTally,
  forImport,
  type ImportId,
  type Problem,
  type Stage,
  stageOf,
  type Tally,
} from '../../../office/imports/door.ts'
import { read, type Tx } from '../../../platform/database.ts'
import { asker, type Ctx, idParam, me } from '../../../platform/web.ts'
import { texts } from '../texts.ts'

/** An import as a page opens it. */
export type Opened = { batch: Batch; stage: Stage; tally: Tally }

/**
 * The import of the path: one's own, or a colleague's once it was read in. Throws NotFound for any other. What `also` reads
 * it reads for the opened list of the team.
 */
export async function openImport<T>(
  c: Ctx,
  also: (tx: Tx, opened: Opened) => Promise<T>,
): Promise<[Opened, T]> {
  const id = idParam<ImportId>(c, 'importId')
  const batch = await read(asker(c), [], (tx) => findBatch(tx, id))
  if (!batch || (batch.maker !== me(c).personId && !batch.committed)) throw new NotFound('no such import')
  return read(asker(c), [forImport(batch.teamId)], async (tx) => {
    const tally = await findTally(tx, id)
    const opened = { batch, tally, stage: stageOf(batch, tally.checked) }
    return [opened, await also(tx, opened)]
  })
}

/** Where in the file a problem is: its column by letter and heading. */
export function placeIn(c: Ctx, { headings }: Batch): (problem: Problem) => string {
  const t = texts[c.var.lang]
  return ({ column }) =>
    column === null
      ? t.report.whole
      : `${t.columns.column(columnLetter(column))} (${headings[column] || t.columns.noHeading})`
}
