import type { Day } from '../../../core/day.ts'
import { type ClientId, newId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'

/** Care with an end agreed beforehand, and the day of the talk before it (E 2). */
export type TemporaryOffer = { endsOn: Day; talkOn: Day; reason: string }

/** Agrees a temporary offer with the client; the latest counts. */
export async function addTemporaryOffer(tx: Tx, client: ClientId, offer: TemporaryOffer): Promise<void> {
  await tx
    .insertInto('care.temporary_offers')
    .values({
      id: newId(),
      client_id: client,
      ends_on: offer.endsOn,
      talk_on: offer.talkOn,
      reason: offer.reason,
    })
    .execute()
}
