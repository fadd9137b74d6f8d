import { giveUpMails, sendMails } from './office/documents/door.ts'
import { clearStaleImports } from './office/imports/door.ts'
import { clearKeptForms } from './people/accounts/door.ts'
import type { Job } from './platform/jobs.ts'
import { mailer } from './platform/mail.ts'
import { clearTakenForms } from './platform/taken-forms.ts'
import type { House } from './platform/web.ts'

/** What this house does beside its requests. */
export function jobsOf(house: House): Job[] {
  const deliver = mailer(house)
  const mail: Job[] = deliver
    ? [{ name: 'mail', seconds: 5, run: (stopping) => sendMails(house.database, deliver, stopping) }]
    : []
  return [...mail, { name: 'clean-up', seconds: 600, run: () => cleanUp(house) }]
}

async function cleanUp({ database }: House): Promise<number> {
  let count = 0
  const clears = [clearStaleImports, clearKeptForms, clearTakenForms, giveUpMails]
  for (const clear of clears) count += await clear(database)
  return count
}
