import type { ClientId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { CancellationForm } from '../rules/appointment-form.ts'
import { type AppointmentId, addCancellation } from '../store/appointments.ts'

/** An appointment does not go on, for the client or for the team. Asking twice does no harm. */
export async function cancelAppointment(
  asker: Asker,
  of: { client: ClientId; appointment: AppointmentId },
  form: CancellationForm,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'care' }], (tx) => addCancellation(tx, of, form))
}
