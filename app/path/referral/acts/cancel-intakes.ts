import { addCancellation, type CancelCause, listAppointments } from '../../../office/agenda/door.ts'
import { now } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Of } from '../store/steps.ts'

/** An intake that is still to come does not go on: it was planned anew, or there was one already. Within another act. */
export async function cancelIntakes(tx: Tx, { client }: Of, cause: CancelCause): Promise<void> {
  const coming = await listAppointments(tx, client, now())
  for (const { id, kind, cancellation } of coming) {
    if (kind === 'intake' && !cancellation) await addCancellation(tx, { client, appointment: id }, cause)
  }
}
