import type { Day } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { ProposalId } from '../rules/sentence.ts'
import { agreeInTalk as agree } from '../store/proposals.ts'

/** A worker records that client and worker agreed on a proposal in a talk. Stale when the client changed the sentence since. */
export async function agreeInTalk(
  asker: Asker,
  { client, proposal }: { client: ClientId; proposal: ProposalId },
  talk: { talkedOn: Day; words: string },
): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], (tx) => agree(tx, proposal, talk))
}
