import type { ClientId } from '../../../core/id.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { blank, type EntryId } from '../rules/sentence.ts'
import { listSentences } from '../store/plan.ts'
import { takeBack } from '../store/proposals.ts'
import { changeSentence, endSentence } from '../store/sentences.ts'

/**
 * The client takes back what was agreed in a talk: the sentence says again what it said before, or is taken out when the
 * talk made it.
 */
export async function takeBackTalk(
  asker: Asker,
  { client, entry, on }: { client: ClientId; entry: EntryId; on: Parameters<typeof endSentence>[2]['on'] },
): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'own' }], async (tx) => {
    const sentence = (await listSentences(tx, client)).find(({ id }) => id === entry)
    if (!sentence?.talk) throw new NotFound('no talk to take back')
    const { talk, kind, version } = sentence
    if (!(await takeBack(tx, client, { decision: talk.decisionId, kind })))
      throw new Stale('taken back before')
    // An answer that only the talk gave is empty again; there is one answer to a part.
    const before = kind === 'words' ? (talk.before ?? blank) : talk.before
    if (before === null)
      await endSentence(tx, { client, id: entry, kind }, { outcome: 'removed', words: '', on })
    else await changeSentence(tx, entry, version, { ...sentence, ...before })
  })
}
