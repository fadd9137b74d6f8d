import type { Day } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import { type Asker, act, type Tx } from '../../../platform/database.ts'
import type { EntryId, Proposal, ProposalId } from '../rules/sentence.ts'
import { listProposals } from '../store/plan.ts'
import { decide } from '../store/proposals.ts'
import { addSentence, changeSentence, endSentence } from '../store/sentences.ts'

/** What the client says to a proposal: yes, yes but so, or no; `version` is of the sentence that the client had before the eyes. */
export type Answer = {
  outcome: 'accepted' | 'changed' | 'declined'
  /** how the client wants it, when changed */
  body: string
  words: string
  version: number
}

/** The client decides on a proposal. Stale when the sentence changed since it was shown, or somebody decided before. */
export async function decideProposal(
  asker: Asker,
  { client, proposal, today }: { client: ClientId; proposal: ProposalId; today: Day },
  answer: Answer,
): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'own' }], async (tx) => {
    const found = (await listProposals(tx, client)).find(({ id }) => id === proposal)
    if (!found) throw new NotFound('no such proposal, or decided already')
    const entryId =
      answer.outcome === 'declined' ? found.entryId : await carryOut(tx, client, found, answer, today)
    const { outcome, words } = answer
    const decided = await decide(tx, { client, proposal, kind: found.kind }, { outcome, words, entryId })
    if (!decided) throw new Stale('decided before')
  })
}

async function carryOut(
  tx: Tx,
  client: ClientId,
  proposal: Proposal,
  answer: Answer,
  today: Day,
): Promise<EntryId> {
  const { entryId, outcome, kind } = proposal
  const content = answer.outcome === 'changed' ? { ...proposal, body: answer.body } : proposal
  if (entryId === null) return addSentence(tx, client, content)
  if (outcome === null) await changeSentence(tx, entryId, answer.version, content)
  else await endSentence(tx, { client, id: entryId, kind }, { outcome, words: answer.words, on: today })
  return entryId
}
