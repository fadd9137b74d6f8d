import type { Day } from '../../../core/day.ts'
import type { ClientId, OrganisationId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { stopInvolving } from '../store/periods.ts'

/** The last day on which an organisation takes part in a client's care. Asking twice does no harm. */
export async function endInvolvement(
  asker: Asker,
  client: ClientId,
  organisation: OrganisationId,
  lastDay: Day,
): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'care' }], (tx) =>
    stopInvolving(tx, client, organisation, lastDay),
  )
}
