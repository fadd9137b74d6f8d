import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { AppointmentForm } from '../rules/appointment-form.ts'
import { type AppointmentId, changeAppointment } from '../store/appointments.ts'

/** Moves an appointment, or changes anything else of it. Stale when a colleague was first. */
export async function moveAppointment(
  asker: Asker,
  of: { client: ClientId; appointment: AppointmentId; version: number },
  form: AppointmentForm,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'care' }], (tx) =>
    changeAppointment(tx, of.appointment, of.version, form),
  )
}
