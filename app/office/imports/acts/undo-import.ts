import { setImmediate } from 'node:timers/promises'
import type { TeamId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { forImport, type ImportId } from '../store/batches.ts'
import { undoSome } from '../store/preview.ts'

const atOnce = 200

/** Takes an import back, some people at a time: whoever nobody wrote about since. It can be stopped and taken up again. */
export async function undoImport(asker: Asker, team: TeamId, id: ImportId): Promise<void> {
  let left = 1
  while (left > 0) {
    left = await act(asker, [forImport(team)], (tx) => undoSome(tx, id, atOnce))
    await setImmediate()
  }
}
