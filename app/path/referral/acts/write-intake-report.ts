import { type Asker, act } from '../../../platform/database.ts'
import type { IntakeReportForm } from '../rules/step-forms.ts'
import { addReport, changeReport, type Of, signReport } from '../store/steps.ts'
import { cancelIntakes } from './cancel-intakes.ts'

/**
 * Writes the intake report: the first time from version 0, later with the one that was shown. Signing makes it final
 * and lets the client read it. Throws Stale when somebody was first.
 */
export async function writeIntakeReport(
  asker: Asker,
  of: Of,
  form: IntakeReportForm,
  how: { version: number; sign: boolean },
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'referral' }], async (tx) => {
    if (how.version === 0) await addReport(tx, of, form)
    else await changeReport(tx, of, how.version, form)
    if (!how.sign) return
    await signReport(tx, of)
    await cancelIntakes(tx, of, 'already-held')
  })
}
