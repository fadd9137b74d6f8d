import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { PersonId, TeamId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { addBatch, discardBatch, findSameFile, forImport, type ImportId } from '../store/batches.ts'
import { addLines } from '../store/lines.ts'
import { readTable } from '../store/table-file.ts'

const atOnce = 500

/** A file as it was sent, for a team; of a workbook the sheet that was named, else the first. */
export type SentFile = { team: TeamId; maker: PersonId; name: string; bytes: Uint8Array; sheet?: string }

/**
 * Reads a file and stages its lines in batches, so that others are served meanwhile. The same content again gives the
 * import that is there already. Throws Refused with the reason; then nothing was kept.
 */
export async function stageFile(
  asker: Asker,
  secret: string,
  file: SentFile,
  recognise: (cells: string[]) => number,
): Promise<{ id: ImportId; again: boolean }> {
  const sha256 = createHash('sha256')
    .update(file.bytes)
    .update(file.sheet ?? '')
    .digest()
  const opening = forImport(file.team)
  const before = await act(asker, [opening], (tx) => findSameFile(tx, file.team, sha256, file.maker))
  if (before) return { id: before, again: true }
  const { sheets, headings, lines } = await readTable(file.bytes, recognise, file.sheet)
  const { team, maker, name } = file
  const batch = {
    team,
    maker,
    fileName: name.slice(0, 200),
    sha256,
    sheets,
    headings,
    lineCount: lines.length,
  }
  const id = await act(asker, [opening], (tx) => addBatch(tx, batch))
  try {
    for (let from = 0; from < lines.length; from += atOnce) {
      await act(asker, [opening], (tx) => addLines(tx, id, secret, lines.slice(from, from + atOnce)))
      await setImmediate()
    }
  } catch (error) {
    await act(asker, [opening], (tx) => discardBatch(tx, id))
    throw error
  }
  return { id, again: false }
}
