import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { StatementForm } from '../rules/statement.ts'
import { addStatement } from '../store/statements.ts'

/** A practitioner writes beside the client's words and signs it; the client's sentences stay as they are. */
export async function writeStatement(asker: Asker, client: ClientId, form: StatementForm): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], (tx) => addStatement(tx, client, form))
}
