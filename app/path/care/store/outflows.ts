import type { Day } from '../../../core/day.ts'
import { type ClientId, newId, type TeamId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { OutflowForm } from '../rules/outflow-form.ts'

/** Where an opened client goes after care, and why. */
export async function addOutflow(tx: Tx, client: ClientId, team: TeamId, form: OutflowForm): Promise<void> {
  const { leftOn, destination, reason, ownWords } = form
  await tx
    .insertInto('care.outflows')
    .values({
      id: newId(),
      client_id: client,
      team_id: team,
      left_on: leftOn,
      destination,
      reason,
      own_words: ownWords,
    })
    .execute()
}

/** Care with an end that is agreed beforehand; the latest counts. */
export async function addTemporaryOffer(
  tx: Tx,
  client: ClientId,
  offer: { endsOn: Day; talkOn: Day; reason: string },
): Promise<void> {
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
