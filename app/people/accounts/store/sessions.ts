import { sql } from 'kysely'
import type { ClientId, OrganisationId, PersonId, TeamId } from '../../../core/id.ts'
import { SignedOut } from '../../../core/outcome.ts'
import type { Role } from '../../../core/role.ts'
import { type Asker, arrive } from '../../../platform/database.ts'
import type { Me } from '../../../platform/web.ts'

type Row = {
  session_id: string
  person_id: string
  name: string | null
  role: string
  functions: string[]
  organisation_id: string | null
  organisation: string | null
  team_ids: string[]
  teams: string[]
  own_client: string | null
  region: string | null
}

/** Who a session token belongs to, or null when it ended; keeps the session alive. */
export async function findMe(asker: Asker): Promise<Me | null> {
  try {
    return await arrive(asker, async (tx) => {
      const { rows } = await sql<Row>`select * from accounts.arrive(${asker.token})`.execute(tx)
      return rows[0] ? toMe(rows[0]) : null
    })
  } catch (error) {
    if (error instanceof SignedOut) return null
    throw error
  }
}

function toMe(row: Row): Me {
  return {
    sessionId: row.session_id,
    personId: row.person_id as PersonId,
    name: row.name ?? '',
    role: row.role as Role,
    functions: row.functions,
    organisationId: row.organisation_id as OrganisationId | null,
    organisation: row.organisation,
    teams: row.team_ids.map((id, i) => ({ id: id as TeamId, name: row.teams[i] ?? '' })),
    ownClient: row.own_client as ClientId | null,
    region: row.region ?? '',
  }
}
