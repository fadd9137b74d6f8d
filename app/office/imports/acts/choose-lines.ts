import type { TeamId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { forImport, type ImportId } from '../store/batches.ts'
import { type Choice, saveChoices, skipOpenLines } from '../store/lines.ts'

/** Per line: a new person, the same as somebody who is there, or skip; 'skip-open' skips all that still wait. */
export async function chooseLines(
  asker: Asker,
  team: TeamId,
  id: ImportId,
  choices: Choice[] | 'skip-open',
): Promise<void> {
  await act(asker, [forImport(team)], (tx) =>
    choices === 'skip-open' ? skipOpenLines(tx, id) : saveChoices(tx, id, choices),
  )
}
