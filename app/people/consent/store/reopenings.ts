import { sql } from 'kysely'
import type { ClientId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'

/** The client permits that the earlier story opens again. Returns how many earlier episodes that opened. */
export async function reopenEarlier(
  tx: Tx,
  client: ClientId,
  givenBy: 'client' | 'representative',
): Promise<number> {
  const { rows } = await sql<{
    opened: number
  }>`select consent.reopen_earlier(${client}, ${givenBy}) as opened`.execute(tx)
  return rows[0]?.opened ?? 0
}
