import { dayOf, timeOf } from '../../../core/day.ts'
import type { Role } from '../../../core/role.ts'
import type { ContactForm } from './contact-form.ts'

/** Where a report stands for whoever looks: one's own draft, waiting for a colleague's signature, or finished. */
export type Standing = 'own-draft' | 'to-cosign' | 'waits-for-cosign' | 'signed'

type Signing = {
  authorId: string
  authorRole: string
  signedAt: Date | null
  cosignedAt: Date | null
}

/** A trainee's report counts for the client once a practitioner signed it too. */
export function standingOf(contact: Signing, me: { personId: string; role: Role }): Standing {
  if (contact.signedAt === null) return 'own-draft'
  if (contact.authorRole !== 'trainee' || contact.cosignedAt !== null) return 'signed'
  return me.role === 'practitioner' && contact.authorId !== me.personId ? 'to-cosign' : 'waits-for-cosign'
}

/** A contact is written down after it happened; a clock may be a quarter of an hour off. */
export function isAhead(happenedAt: Date, now: Date): boolean {
  return happenedAt.getTime() > now.getTime() + 15 * 60_000
}

type Stored = {
  happenedAt: Date
  kind: string
  minutes: number
  report: string
  signedAt: Date | null
}

/** Does a form say again what is stored already? Then it was sent twice, and nothing is to be done. */
export function isSame(stored: Stored, form: ContactForm): boolean {
  return (
    stored.report === form.report &&
    stored.kind === form.kind &&
    stored.minutes === form.minutes &&
    dayOf(stored.happenedAt) === form.day &&
    timeOf(stored.happenedAt) === form.time &&
    (stored.signedAt !== null) === (form.how === 'sign')
  )
}
