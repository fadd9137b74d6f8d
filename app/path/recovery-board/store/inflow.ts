import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Source } from '../../referral/door.ts'

/** Who comes in to the opened teams, as counts. */
export type Inflow = {
  /** referred and not yet looked at: the rows of the inbox */
  toTriage: number
  /** waiting for the intake: the rows of the waiting list */
  waiting: number
  /** referred in the last six months, by who referred */
  sources: Partial<Record<Source, number>>
}

/** The inflow of the teams whose list was opened, in one statement; inbox and waiting list are counted by their rows. */
export async function findInflow(tx: Tx): Promise<Inflow> {
  const { rows } = await sql<{ fact: string; key: string; people: number }>`
    select 'toTriage' as fact, '' as key, count(distinct client_id)::int as people from referral.inbox()
    union all select 'waiting', '', count(distinct client_id)::int from referral.waiting_list()
    union all select 'source', source, people from recovery_board.referred_by()`.execute(tx)
  const count = (fact: string) => rows.find((row) => row.fact === fact)?.people ?? 0
  const sources = rows.filter((row) => row.fact === 'source').map(({ key, people }) => [key, people])
  return { toTriage: count('toTriage'), waiting: count('waiting'), sources: Object.fromEntries(sources) }
}
