import { newId } from '../../../core/id.ts'
import { type AppointmentId, addAppointment, mustBeFree } from '../../../office/agenda/door.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { IntakePlanForm } from '../rules/step-forms.ts'
import { addIntakePlan, type Of } from '../store/steps.ts'
import { cancelIntakes } from './cancel-intakes.ts'

/**
 * Plans the intake, or plans it anew: the latest plan counts. Its moment stands in the agenda, where it is moved and
 * cancelled, and the letter follows it. Taken when the worker has something else then.
 */
export async function planIntake(asker: Asker, of: Of, form: IntakePlanForm): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'referral' }], async (tx) => {
    const appointment = newId<AppointmentId>()
    const planned = { client: of.client, appointment }
    const agreed = { ...form, kind: 'intake' as const, about: form.withWhom }
    await addAppointment(tx, planned, agreed)
    await cancelIntakes(tx, of, { plannedAs: appointment })
    await mustBeFree(tx, planned, agreed)
    await addIntakePlan(tx, of, appointment, form)
  })
}
