import { addCancellation, listAppointments } from '../../../office/agenda/door.ts'
import { now } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { listIntakePlans, type Of } from '../store/steps.ts'

/** The plans of this intake do not go on: it was planned anew, or was held before they came. Within another act. */
export async function cancelIntakes(tx: Tx, of: Of, cause: 'planned-again' | 'already-held'): Promise<void> {
  const plans = await listIntakePlans(tx, of)
  // What has begun was held; but an intake that is planned anew was not, also when its moment has passed.
  const since = cause === 'planned-again' ? undefined : now()
  for (const { id, cancellation } of await listAppointments(tx, of.client, since)) {
    if (plans.includes(id) && !cancellation)
      await addCancellation(tx, { client: of.client, appointment: id }, cause)
  }
}
