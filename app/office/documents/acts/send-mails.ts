import type { Database } from '../../../platform/engine.ts'
import type { Delivery, Mail } from '../../../platform/mail.ts'
import { minutesUntilNext, type Try } from '../rules/delivery.ts'
import { toHtml } from '../rules/mail-text.ts'
import { attemptsOf, listTaken, settleMail, type Taken, takeMails } from '../store/outbox.ts'

const atMost = 20

/**
 * Sends the letters whose turn it is; how many were tried. First they are taken, with a line in the log that is committed;
 * then each leaves outside any transaction. Whoever dies between sending and settling sends again under the same Message-ID.
 */
export async function sendMails(
  database: Database,
  deliver: (mail: Mail) => Promise<Delivery>,
  stopping?: AbortSignal,
): Promise<number> {
  const ids = await takeMails(database, atMost)
  let tried = 0
  for (const letter of ids.length > 0 ? await listTaken(database, ids) : []) {
    if (stopping?.aborted) break
    const { id, address, subject, body } = letter
    const delivery = await deliver({ id, address, subject, text: body, html: toHtml(body) })
    await settleMail(database, id, await verdict(database, letter, delivery))
    tried += 1
  }
  return tried
}

async function verdict(
  database: Database,
  { id }: Taken,
  delivery: Delivery,
): Promise<Omit<Try, 'at'> & { minutes: number }> {
  if (delivery.outcome !== 'not-sent') return { outcome: delivery.outcome, why: '', minutes: 0 }
  const minutes = delivery.forGood ? null : minutesUntilNext(await attemptsOf(database, id))
  return { outcome: minutes === null ? 'failed' : 'postponed', why: delivery.why, minutes: minutes ?? 0 }
}
