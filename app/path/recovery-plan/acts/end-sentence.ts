import type { Day } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import { Stale } from '../../../core/outcome.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { EntryId, Outcome, SentenceKind } from '../rules/sentence.ts'
import { endSentence as end } from '../store/sentences.ts'

/** The client says how it went with a goal, a step or a line; Stale when that was said already. */
export async function endSentence(
  asker: Asker,
  sentence: { client: ClientId; id: EntryId; kind: SentenceKind },
  how: { outcome: Outcome; words: string; on: Day },
): Promise<void> {
  await act(asker, [{ dossier: sentence.client, purpose: 'own' }], async (tx) => {
    if (!(await end(tx, sentence, how))) throw new Stale('ended before')
  })
}
