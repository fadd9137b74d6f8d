import { isId, type OrganisationId, type TeamId } from '../../../core/id.ts'
import { listColleagues } from '../../../people/staff/door.ts'
import { type Asker, act, type Tx } from '../../../platform/database.ts'
import { addTemporaryOffer, assign, involve, leaveTeam, moveToPhase } from '../../care/door.ts'
import type { TalkForm } from '../rules/step-forms.ts'
import { addTalk, type Of } from '../store/steps.ts'

/**
 * The adviesgesprek and what it led to. In care (for good or for a while): care starts that day, with the organisations
 * that take part and a contact person. Otherwise the referral ends; with "not now" contact is kept on the waiting list.
 */
export async function holdAdviceTalk(asker: Asker, of: Of & { team: TeamId }, form: TalkForm): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'referral' }], async (tx) => {
    await addTalk(tx, of, form)
    if (form.outcome === 'in-care' || form.outcome === 'temporary') await startCare(tx, of, form)
    if (form.outcome === 'elsewhere' || form.outcome === 'consultation')
      await leaveTeam(tx, of.client, of.team, form.heldOn)
  })
}

async function startCare(tx: Tx, of: Of & { team: TeamId }, form: TalkForm): Promise<void> {
  await moveToPhase(tx, of.client, of.team, 'care', form.heldOn)
  for (const id of form.organisations)
    if (isId(id)) await involve(tx, of.client, id as OrganisationId, form.heldOn)
  if (form.caseManager) {
    const colleague = (await listColleagues(tx, of.team)).find((c) => c.personId === form.caseManager)
    if (colleague)
      await assign(tx, of.client, colleague.personId, colleague.organisationId, 'case-manager', form.heldOn)
  }
  if (form.outcome === 'temporary' && form.endsOn && form.talkOn) {
    await addTemporaryOffer(tx, of.client, { endsOn: form.endsOn, talkOn: form.talkOn, reason: form.agreed })
  }
}
