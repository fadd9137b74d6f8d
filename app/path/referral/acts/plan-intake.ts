import { momentAt } from '../../../core/day.ts'
import { newId } from '../../../core/id.ts'
import {
  type AppointmentId,
  addAppointment,
  addCancellation,
  listAppointments,
} from '../../../office/agenda/door.ts'
import { now } from '../../../platform/clock.ts'
import { type Asker, act, type Tx } from '../../../platform/database.ts'
import type { IntakePlanForm } from '../rules/step-forms.ts'
import { addIntakePlan, type Of } from '../store/steps.ts'

/** Plans the intake, or plans it anew: the latest plan counts, stands in the agenda, and the letter follows it. */
export async function planIntake(asker: Asker, of: Of, form: IntakePlanForm): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'referral' }], async (tx) => {
    await addIntakePlan(tx, of, momentAt(form.day, form.time), form)
    await cancelEarlier(tx, of)
    const appointment = { ...form, kind: 'intake' as const, about: form.withWhom }
    await addAppointment(tx, { client: of.client, appointment: newId<AppointmentId>() }, appointment)
  })
}

async function cancelEarlier(tx: Tx, { client }: Of): Promise<void> {
  const coming = await listAppointments(tx, client, now())
  for (const { id, kind, cancellation } of coming) {
    if (kind === 'intake' && !cancellation)
      await addCancellation(tx, { client, appointment: id }, { cancelledFor: 'team', reason: '' })
  }
}
