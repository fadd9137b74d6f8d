import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { AppointmentForm } from '../rules/appointment-form.ts'
import { type AppointmentId, addAppointment } from '../store/appointments.ts'

/** Plans an appointment of this client with somebody of the team. */
export async function planAppointment(
  asker: Asker,
  of: { client: ClientId; appointment: AppointmentId },
  form: AppointmentForm,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'care' }], (tx) => addAppointment(tx, of, form))
}
