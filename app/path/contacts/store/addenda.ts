import type { ClientId, Id } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { ContactId } from './contacts.ts'

export type AddendumId = Id<'addendum'>

/** Signs these words under a finished report, in the name of whoever acts; under an id that was there nothing happens. */
export async function addAddendum(
  tx: Tx,
  of: { client: ClientId; contact: ContactId; addendum: AddendumId },
  body: string,
): Promise<void> {
  await tx
    .insertInto('contacts.addenda')
    .values({ id: of.addendum, client_id: of.client, contact_id: of.contact, body })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
