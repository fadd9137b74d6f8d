import { type DossierEvent, type EventKind, isAppointment, isContact } from './event.ts'

/** What a client may shield one by one: what was said and made, never that there was a referral or a team. */
export function canShield(event: DossierEvent): boolean {
  const others: EventKind[] = [
    'documents.file',
    'instruments.phase',
    'referral.early-contact',
    'referral.intake-report',
    'referral.return-talk',
  ]
  return isContact(event) || isAppointment(event) || others.includes(event.kind)
}
