import type { ClientId, ReferralId, TeamId } from '../../../core/id.ts'
import { today } from '../../../platform/clock.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { returnToTeam } from '../../care/door.ts'
import type { ReferralForm } from '../rules/referral-form.ts'
import { addReferral } from '../store/referrals.ts'

/** A person who was here before is referred again: a new episode begins, and what was told before stays closed until permitted. */
export async function returnReferral(
  asker: Asker,
  client: ClientId,
  team: TeamId,
  form: ReferralForm,
): Promise<ReferralId> {
  return act(asker, [], async (tx) => {
    await returnToTeam(tx, client, team)
    return addReferral(tx, client, team, today(), form)
  })
}
