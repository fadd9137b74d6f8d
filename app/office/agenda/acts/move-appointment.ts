import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { AppointmentForm } from '../rules/appointment-form.ts'
import { type AppointmentId, changeAppointment, mustBeFree } from '../store/appointments.ts'

/** Moves an appointment, or changes anything else of it. Stale when a colleague was first; Taken when the worker has something else. */
export async function moveAppointment(
  asker: Asker,
  of: { client: ClientId; appointment: AppointmentId; version: number },
  form: AppointmentForm,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'care' }], async (tx) => {
    await mustBeFree(tx, of, form)
    await changeAppointment(tx, of.appointment, of.version, form)
  })
}
