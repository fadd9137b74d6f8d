import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { AppointmentForm } from '../rules/appointment-form.ts'
import { type AppointmentId, addAppointment, mustBeFree } from '../store/appointments.ts'

/** Plans an appointment of this client with somebody of the team. Taken when that worker has something else then. */
export async function planAppointment(
  asker: Asker,
  of: { client: ClientId; appointment: AppointmentId },
  form: AppointmentForm,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'care' }], async (tx) => {
    await mustBeFree(tx, of, form)
    await addAppointment(tx, of, form)
  })
}
