import type { z } from 'zod'
import { momentAt } from '../../../core/day.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { intakePlanForm } from '../rules/step-forms.ts'
import { addIntakePlan, type Of } from '../store/steps.ts'

/** Plans the intake, or plans it anew: the latest plan counts, and the letter follows it. */
export async function planIntake(asker: Asker, of: Of, form: z.output<typeof intakePlanForm>): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'referral' }], (tx) =>
    addIntakePlan(tx, of, momentAt(form.day, form.time), form),
  )
}
