import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { ProposalId } from '../rules/sentence.ts'
import { addProposal, type NewProposal } from '../store/proposals.ts'

/** A professional proposes; nothing in the plan changes. */
export async function propose(asker: Asker, client: ClientId, proposal: NewProposal): Promise<ProposalId> {
  return act(asker, [{ dossier: client, purpose: 'care' }], (tx) => addProposal(tx, client, proposal))
}
