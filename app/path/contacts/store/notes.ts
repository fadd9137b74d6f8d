import { type ClientId, newId } from '../../../core/id.ts'
import { mustChange, type Tx } from '../../../platform/database.ts'
import type { ContactId } from './contacts.ts'

/** The client's first words beside a report; false when there were words already. */
export async function addNote(
  tx: Tx,
  { client, contact }: { client: ClientId; contact: ContactId },
  body: string,
): Promise<boolean> {
  const result = await tx
    .insertInto('contacts.notes')
    .values({ id: newId(), client_id: client, contact_id: contact, body })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows !== 0n
}

/** Changes the client's words; Stale when they were changed meanwhile. */
export async function changeNote(tx: Tx, contact: ContactId, version: number, body: string): Promise<void> {
  mustChange(
    await tx
      .updateTable('contacts.notes')
      .set({ body })
      .where('contact_id', '=', contact)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}
