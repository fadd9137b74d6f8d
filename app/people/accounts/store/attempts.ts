import { sql } from 'kysely'
import { mark } from '../../../platform/keys.ts'
import type { House } from '../../../platform/web.ts'
import { lockedUntil } from '../rules/lock-out.ts'

/**
 * Counts a try before it is made, and says until when this address (or this browser of it) is locked, if it is. Kept as a
 * keyed mark, so that the table tells nobody's address. One at a time per address: thirty at once are not thirty unseen ones.
 */
export async function beginAttempt(house: House, address: string): Promise<Date | null> {
  const email_hash = markOf(house, address)
  return house.database.signin.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${email_hash.readInt32BE(0)}, ${email_hash.readInt32BE(4)})`.execute(
      tx,
    )
    await sql`delete from accounts.attempts where at < now() - interval '1 day'`.execute(tx)
    const tries = await tx
      .selectFrom('accounts.attempts')
      .select('at')
      .where('email_hash', '=', email_hash)
      .execute()
    const until = lockedUntil(
      tries.map((row) => row.at),
      new Date(),
    )
    if (until === null)
      await tx.insertInto('accounts.attempts').values({ email_hash, at: new Date() }).execute()
    return until
  })
}

/** The password was right: what went wrong before no longer counts. */
export async function forgetAttempts(house: House, address: string): Promise<void> {
  await house.database.signin
    .transaction()
    .execute((tx) =>
      tx.deleteFrom('accounts.attempts').where('email_hash', '=', markOf(house, address)).execute(),
    )
}

function markOf(house: House, address: string): Buffer {
  return mark(house.keys.secret, 'sign-in attempts', address)
}
