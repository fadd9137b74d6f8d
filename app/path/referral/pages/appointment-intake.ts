import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import type { AppointmentId } from '../../../office/agenda/door.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam } from '../../../platform/web.ts'
import { findReferralOfIntake } from '../store/referrals.ts'

/** From an appointment in the agenda to the intake that it was made for. */
export async function get(c: Ctx): Promise<Response> {
  const clientId = idParam<ClientId>(c, 'clientId')
  const appointment = idParam<AppointmentId>(c, 'appointmentId')
  const referralId = await read(asker(c), [{ dossier: clientId, purpose: 'referral' }], (tx) =>
    findReferralOfIntake(tx, clientId, appointment),
  )
  if (!referralId) throw new NotFound('no intake')
  return done(c, link('intake', { clientId, referralId }))
}
