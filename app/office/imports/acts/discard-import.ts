import type { TeamId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { discardBatch, forImport, type ImportId } from '../store/batches.ts'

/** Throws away what was staged and never read in. */
export async function discardImport(asker: Asker, team: TeamId, id: ImportId): Promise<void> {
  await act(asker, [forImport(team)], (tx) => discardBatch(tx, id))
}
