import { setImmediate } from 'node:timers/promises'
import type { TeamId } from '../../../core/id.ts'
import { forImport, type ImportId, matchLines } from '../../../office/imports/door.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { readIn } from '../store/read-in.ts'

/**
 * Reads an import in, all of it or nothing. Who came into the product since the check is looked for once more: gives how
 * many lines then wait for a choice; 0 when it was read in.
 */
export async function readInImport(asker: Asker, team: TeamId, id: ImportId): Promise<number> {
  const open = await act(asker, [forImport(team)], (tx) => matchLines(tx, id))
  await setImmediate()
  if (open === 0) await act(asker, [forImport(team)], (tx) => readIn(tx, id))
  return open
}
