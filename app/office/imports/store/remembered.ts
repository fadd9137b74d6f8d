import type { TeamId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'

/** How a team's headings (plain words -> field, '' is not read) and values (field, then plain words -> code) were read before. */
export type Remembered = { columns: Record<string, string>; codes: Record<string, Record<string, string>> }

/** What this team chose before; empty the first time. */
export async function findRemembered(tx: Tx, team: TeamId): Promise<Remembered> {
  const row = await tx
    .selectFrom('imports.remembered')
    .select(['columns', 'codes'])
    .where('team_id', '=', team)
    .where('kind', '=', 'tracking')
    .executeTakeFirst()
  return {
    columns: (row?.columns ?? {}) as Remembered['columns'],
    codes: (row?.codes ?? {}) as Remembered['codes'],
  }
}

/** Keeps what this team chose, beside what it chose before. */
export async function remember(tx: Tx, team: TeamId, chosen: Partial<Remembered>): Promise<void> {
  const before = await findRemembered(tx, team)
  const codes = { ...before.codes }
  for (const [field, values] of Object.entries(chosen.codes ?? {}))
    codes[field] = { ...codes[field], ...values }
  const row = {
    columns: JSON.stringify({ ...before.columns, ...chosen.columns }),
    codes: JSON.stringify(codes),
  }
  await tx
    .insertInto('imports.remembered')
    .values({ team_id: team, kind: 'tracking', ...row })
    .onConflict((conflict) => conflict.columns(['team_id', 'kind']).doUpdateSet(row))
    .execute()
}
