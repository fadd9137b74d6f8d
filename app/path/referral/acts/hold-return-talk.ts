import type { TeamId } from '../../../core/id.ts'
import { reopenEarlier } from '../../../people/consent/door.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { moveToPhase } from '../../care/door.ts'
import type { ReturnTalkForm } from '../rules/step-forms.ts'
import { addReturnTalk, type Of } from '../store/steps.ts'
import { cancelIntakes } from './cancel-intakes.ts'

/**
 * The one talk with who comes back (E, knelpunt 7): care starts that day without a new intake. The earlier story opens
 * only when the person, or who represents the person, permits it.
 */
export async function holdReturnTalk(
  asker: Asker,
  of: Of & { team: TeamId },
  form: ReturnTalkForm,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'referral' }], async (tx) => {
    await addReturnTalk(tx, of, form)
    await cancelIntakes(tx, of, 'already-held')
    if (form.permission === 'yes') await reopenEarlier(tx, of.client, form.permissionBy)
    await moveToPhase(tx, of.client, of.team, 'care', form.heldOn)
  })
}
