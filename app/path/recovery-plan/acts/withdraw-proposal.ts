import type { ClientId } from '../../../core/id.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { ProposalId } from '../rules/sentence.ts'
import { listProposals } from '../store/plan.ts'
import { decide } from '../store/proposals.ts'

/** Who proposed withdraws it. Stale when it was decided meanwhile. */
export async function withdrawProposal(
  asker: Asker,
  { client, proposal }: { client: ClientId; proposal: ProposalId },
): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], async (tx) => {
    const found = (await listProposals(tx, client)).find(({ id }) => id === proposal)
    if (!found?.isMine) throw new NotFound('no proposal of one’s own')
    const withdrawn = { outcome: 'withdrawn', words: '', entryId: found.entryId } as const
    if (!(await decide(tx, { client, proposal, kind: found.kind }, withdrawn)))
      throw new Stale('decided before')
  })
}
