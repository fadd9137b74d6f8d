import { momentAt } from '../../../core/day.ts'
import { newId } from '../../../core/id.ts'
import { type AppointmentId, addAppointment } from '../../../office/agenda/door.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { IntakePlanForm } from '../rules/step-forms.ts'
import { addIntakePlan, type Of } from '../store/steps.ts'
import { cancelIntakes } from './cancel-intakes.ts'

/** Plans the intake, or plans it anew: the latest plan counts, stands in the agenda, and the letter follows it. */
export async function planIntake(asker: Asker, of: Of, form: IntakePlanForm): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'referral' }], async (tx) => {
    await addIntakePlan(tx, of, momentAt(form.day, form.time), form)
    await cancelIntakes(tx, of, '')
    const appointment = { ...form, kind: 'intake' as const, about: form.withWhom }
    await addAppointment(tx, { client: of.client, appointment: newId<AppointmentId>() }, appointment)
  })
}
