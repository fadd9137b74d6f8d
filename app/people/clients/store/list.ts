import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { ListedClient, ListPhase } from '../rules/client-list.ts'

/** The clients of the opened team, by name. */
export async function listTeamClients(tx: Tx): Promise<ListedClient[]> {
  const { rows } = await sql<{
    client_id: ClientId
    given_name: string
    infix: string
    family_name: string
    birth_date: Day | null
    phase: ListPhase
    since: Day
  }>`select * from clients.of_team()`.execute(tx)
  return rows.map((row) => ({
    clientId: row.client_id,
    givenName: row.given_name,
    infix: row.infix,
    familyName: row.family_name,
    birthDate: row.birth_date,
    phase: row.phase,
    since: row.since,
  }))
}
