import { sendMails } from './office/documents/door.ts'
import type { Job } from './platform/jobs.ts'
import { mailer } from './platform/mail.ts'
import type { House } from './platform/web.ts'

/** What this house does beside its requests. */
export function jobsOf(house: House): Job[] {
  const deliver = mailer(house)
  const mail: Job[] = deliver
    ? [{ name: 'mail', seconds: 5, run: (stopping) => sendMails(house.database, deliver, stopping) }]
    : []
  return [...mail]
}
