import { z } from 'zod'
import type { ClientId, ReferralId, TeamId } from '../../../core/id.ts'
import { addFile, type Incoming } from '../../../office/documents/door.ts'
import {
  addDetails,
  addRelative,
  addressFields,
  detailFields,
  moveTo,
  personFields,
  registerClient,
  sealBsn,
} from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { newReferralFields } from '../rules/referral-form.ts'
import { addReferral } from '../store/referrals.ts'

/** Everything that is asked of a person who is not known yet. */
export const newReferralForm = z.object({
  ...personFields,
  ...detailFields,
  ...addressFields,
  ...newReferralFields,
})
/** The letter of the referrer, as it came in. */
export type Letter = Pick<Incoming, 'name' | 'bytes'>
export type NewReferral = z.output<typeof newReferralForm>

/** A person who was not known is referred to this team: registered and written down with the letter at once, or not at all. */
export async function receiveReferral(
  asker: Asker,
  secret: string,
  team: TeamId,
  form: NewReferral & { letter?: Letter | null },
): Promise<{ client: ClientId; referral: ReferralId }> {
  return act(asker, [], async (tx) => {
    const handledBy = form.colleagueOf === team ? form.handledBy : null
    const client = await registerClient(tx, form, team, { of: form.colleagueOf, handledBy })
    await addDetails(tx, client, withGp(form), sealBsn(secret, form.bsn))
    if (hasAddress(form)) await moveTo(tx, client, form)
    if (form.relativeName) await addRelative(tx, client, relativeOf(form))
    const referral = await addReferral(tx, client, handledBy ?? team, today(), form)
    if (form.letter) await addFile(tx, client, { ...form.letter, kind: 'referral-letter' })
    return { client, referral }
  })
}

// Nobody types the same practice twice.
function withGp(form: NewReferral): NewReferral {
  if (!form.ownGp || form.source !== 'gp' || form.gp !== '') return form
  return { ...form, gp: form.referrer.slice(0, 120), gpPhone: form.gpPhone || form.referrerPhone }
}

function hasAddress(form: NewReferral): boolean {
  return form.addressKind !== 'home' || form.street !== '' || form.postcode !== '' || form.city !== ''
}

function relativeOf(form: NewReferral) {
  return {
    name: form.relativeName,
    relation: form.relativeRelation,
    phone: form.relativePhone,
    email: '',
    mayKnow: '',
    callInCrisis: false,
  }
}
