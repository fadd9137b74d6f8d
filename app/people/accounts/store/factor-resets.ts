import { sql } from 'kysely'
import type { PersonId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'

/** When a second factor was taken away, and by whom. */
export type FactorReset = { at: Date; by: string }

/** Takes the second factor of a worker away and ends every session of that worker; the database asks for an administrator. */
export async function resetFactor(tx: Tx, person: PersonId): Promise<void> {
  await sql`select accounts.reset_factor(${person})`.execute(tx)
}

/** The times that it was taken away before, the newest first; none for who is no administrator. */
export async function listFactorResets(tx: Tx, person: PersonId): Promise<FactorReset[]> {
  const { rows } = await sql<{
    reset_at: Date
    by_name: string | null
  }>`select * from accounts.factor_resets_of(${person})`.execute(tx)
  return rows.map((row) => ({ at: row.reset_at, by: row.by_name ?? '' }))
}
