import type { Day } from '../../../core/day.ts'
import { type ClientId, newId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { addAgreement } from '../store/agreements.ts'

/** The client says that the plan is right as it stands; the database keeps what it then said. */
export async function sayItIsRight(asker: Asker, client: ClientId, today: Day): Promise<void> {
  await act(asker, [{ dossier: client, purpose: 'own' }], (tx) =>
    addAgreement(tx, client, { id: newId(), agreedOn: today, how: 'portal', reason: '' }),
  )
}
