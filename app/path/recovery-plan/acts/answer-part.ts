import type { ClientId } from '../../../core/id.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { blank } from '../rules/sentence.ts'
import { findAnswer } from '../store/plan.ts'
import { addSentence, changeSentence } from '../store/sentences.ts'

/** The client answers a part of the plan in own words, or changes (version above 0) what stood there. */
export async function answerPart(
  asker: Asker,
  of: { client: ClientId; part: string; version: number },
  body: string,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'own' }], async (tx) => {
    const there = await findAnswer(tx, of.client, of.part)
    if (!there && of.version > 0) throw new NotFound('no such answer')
    if (there && there.version !== of.version) throw new Stale('changed by somebody else')
    if (there) return changeSentence(tx, there.id, of.version, { ...blank, body })
    return void (await addSentence(tx, of.client, { ...blank, kind: 'words', part: of.part, body }))
  })
}
