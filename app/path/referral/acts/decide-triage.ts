import type { PersonId, TeamId } from '../../../core/id.ts'
import { today } from '../../../platform/clock.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { leaveTeam } from '../../care/door.ts'
import type { TriageForm } from '../rules/triage-form.ts'
import { addPromise, addTriage, type Of } from '../store/steps.ts'

/**
 * The team's decision about a referral. Who goes on the waiting list has a promised contact from the first minute; who is
 * redirected or only needed advice leaves the team's sight that day.
 */
export async function decideTriage(
  asker: Asker,
  of: Of & { team: TeamId },
  form: TriageForm,
  promisedBy: PersonId | null,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'referral' }], async (tx) => {
    await addTriage(tx, of, form, today())
    if (form.outcome === 'waiting-list' && form.promisedFor)
      await addPromise(tx, of, form.promisedFor, form.promise, promisedBy)
    if (form.outcome !== 'waiting-list') await leaveTeam(tx, of.client, of.team, today())
  })
}
