import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Database } from '../../../platform/engine.ts'
import { countInJob, inJob } from '../../../platform/jobs.ts'
import type { Try } from '../rules/delivery.ts'

/** A letter that was taken from the outbox. */
export type Taken = { id: string; address: string; subject: string; body: string }

/** Takes the letters whose turn it is, with a committed line in the log for each; which they are. */
export async function takeMails(database: Database, atMost: number): Promise<string[]> {
  const taken = await inJob(database, 'mail', async (tx) => {
    const { rows } = await sql<{ ids: string[] }>`select documents.take_mails(${atMost}) as ids`.execute(tx)
    return rows[0]?.ids ?? []
  })
  return taken ?? []
}

/** The letters that were taken, in an earlier transaction; any other is not there. */
export async function listTaken(database: Database, ids: string[]): Promise<Taken[]> {
  return inTransaction(database, (tx) =>
    tx
      .selectFrom('documents.mails')
      .select(['id', 'address', 'subject', 'body'])
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .orderBy('id')
      .execute(),
  )
}

/** How often this letter was tried, the running try among them. */
export async function attemptsOf(database: Database, mail: string): Promise<number> {
  return inTransaction(database, async (tx) => {
    const { rows } = await sql<{ n: number | null }>`select documents.attempts_of(${mail}) as n`.execute(tx)
    return rows[0]?.n ?? 0
  })
}

/** What became of a letter; postponed is offered again after so many minutes. */
export async function settleMail(
  database: Database,
  mail: string,
  { outcome, why, minutes }: Omit<Try, 'at'> & { minutes: number },
): Promise<void> {
  await inTransaction(database, (tx) =>
    sql`select documents.settle_mail(${mail}, ${outcome}, ${why}, ${minutes})`.execute(tx),
  )
}

function inTransaction<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.jobs.transaction().execute(work)
}

/** Gives up the letters that waited for three days; how many. */
export async function giveUpMails(database: Database): Promise<number> {
  return countInJob(database, 'clean-up', sql`documents.give_up_mails()`)
}
