import type { TeamId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { type Asker, act, type Tx } from '../../../platform/database.ts'
import { addTemporaryOffer, assign, involve, leaveTeam, listPosts, moveToPhase } from '../../care/door.ts'
import { consequenceOf } from '../rules/consequence.ts'
import type { TalkForm } from '../rules/talk-form.ts'
import { addTalk, type Of } from '../store/steps.ts'
import { cancelIntakes } from './cancel-intakes.ts'

/**
 * The adviesgesprek and what it led to. In care (for good or for a while): care starts that day, with the organisations
 * that take part and a contact person. Otherwise the referral ends; with "not now" contact is kept on the waiting list, until a next talk.
 * `nth` is the number of this talk; Stale when that one was held already.
 */
export async function holdAdviceTalk(
  asker: Asker,
  of: Of & { team: TeamId; nth: number },
  form: TalkForm,
): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'referral' }], async (tx) => {
    await addTalk(tx, of, of.nth, form)
    await cancelIntakes(tx, of, 'already-held')
    const consequence = consequenceOf(form.outcome)
    if (consequence === 'starts-care') await startCare(tx, of, form)
    if (consequence === 'ends') await leaveTeam(tx, of.client, of.team, form.heldOn)
  })
}

async function startCare(tx: Tx, of: Of & { team: TeamId }, form: TalkForm): Promise<void> {
  const { heldOn, endsOn, talkOn } = form
  await moveToPhase(tx, of.client, of.team, 'care', heldOn)
  for (const id of form.organisations) await involve(tx, of.client, id, heldOn)
  if (form.caseManager) await assignCaseManager(tx, of, form)
  if (endsOn && talkOn) await addTemporaryOffer(tx, of.client, { endsOn, talkOn, reason: form.agreed })
}

async function assignCaseManager(tx: Tx, of: Of & { team: TeamId }, form: TalkForm): Promise<void> {
  const posts = await listPosts(tx, of.team)
  const post = posts.find(({ inTeam, personId }) => inTeam && personId === form.caseManager)
  if (!post) throw new NotFound('no such colleague')
  await assign(tx, of.client, post.personId, post.organisationId, 'case-manager', form.heldOn)
}
