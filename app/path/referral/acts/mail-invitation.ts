import { addMail, type MailId, type Recipient } from '../../../office/documents/door.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { Of } from '../store/steps.ts'

type Letter = { id: MailId; to: Recipient; subject: string; paragraphs: string[] }

/** Puts the invitation in the outbox: it leaves after the commit. Once under one id, so that sending a form twice is one mail. */
export async function mailInvitation(asker: Asker, of: Of, letter: Letter): Promise<void> {
  await act(asker, [{ dossier: of.client, purpose: 'referral' }], (tx) =>
    addMail(tx, of.client, { ...letter, about: of.referral }),
  )
}
