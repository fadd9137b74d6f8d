import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { StatementId } from '../rules/statement.ts'
import { addClientAnswer } from '../store/statements.ts'

/** The client says whether a statement is right, and what more there is to say; it stays beside it. */
export async function answerStatement(
  asker: Asker,
  of: { client: ClientId; statement: StatementId },
  answer: { agrees: boolean; body: string },
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'own' }], (tx) => addClientAnswer(tx, of, answer))
}
