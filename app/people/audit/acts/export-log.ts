import type { Lang } from '../../../core/texts.ts'
import { type Asker, act, read } from '../../../platform/database.ts'
import { csvFile } from '../rules/csv.ts'
import type { LogFilter } from '../rules/log-filter.ts'
import { heading, rowOf } from '../rules/nen7513.ts'
import { listExport, noteExport } from '../store/lines.ts'

const most = 20_000

/** The chosen lines as a file, after a committed line that says they leave the house; null when there are too many. */
export async function exportLog(
  asker: Asker,
  filter: LogFilter,
  { source, lang }: { source: string; lang: Lang },
): Promise<string | null> {
  await act(asker, [{ log: 'organisation' }], (tx) => noteExport(tx, filter))
  const lines = await read(asker, [{ log: 'organisation' }], (tx) => listExport(tx, filter, lang))
  if (lines.length > most) return null
  return csvFile(
    heading,
    lines.map((line) => rowOf(line, source)),
  )
}
