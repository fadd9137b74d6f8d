import { type AppointmentId, addCancellation, listAppointments } from '../../../office/agenda/door.ts'
import { now } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { listIntakePlans, type Of } from '../store/steps.ts'

/**
 * The plans of this intake do not go on: it was planned anew (as that appointment), or was held before they came. Within
 * another act.
 */
export async function cancelIntakes(
  tx: Tx,
  of: Of,
  why: 'already-held' | { plannedAs: AppointmentId },
): Promise<void> {
  const isHeld = why === 'already-held'
  const plans = await listIntakePlans(tx, of)
  // What has begun was held; but an intake that is planned anew was not, also when its moment has passed.
  for (const { id, cancellation } of await listAppointments(tx, of.client, isHeld ? now() : undefined)) {
    if (!plans.includes(id) || cancellation) continue
    const plan = { client: of.client, appointment: id }
    if (isHeld) await addCancellation(tx, plan, why)
    else await addCancellation(tx, { ...plan, movedTo: why.plannedAs }, 'planned-again')
  }
}
