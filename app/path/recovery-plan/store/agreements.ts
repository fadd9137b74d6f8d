import type { Day } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'

/** A word about agreement: the client's own in the portal, recorded after a talk, or why there is none. */
export type NewAgreement = { id: string; agreedOn: Day; how: 'portal' | 'talk' | 'missing'; reason: string }

/** Adds it; what the plan then says is kept by the database. */
export async function addAgreement(tx: Tx, client: ClientId, agreement: NewAgreement): Promise<void> {
  const { id, agreedOn, how, reason } = agreement
  await tx
    .insertInto('recovery_plan.agreements')
    .values({ id, client_id: client, agreed_on: agreedOn, how, reason })
    .execute()
}
