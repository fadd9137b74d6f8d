import { sql } from 'kysely'
import type { OrganisationId } from '../../../core/id.ts'
import type { Role } from '../../../core/role.ts'
import type { Database } from '../../../platform/engine.ts'
import type { Entry } from '../rules/entry.ts'

type Post = { role: string; organisation_id: string; organisation: string; teams: string[] }

/** Every way in that a person has today: posts as a worker, then sides as client, relative or representative. */
export async function entriesOf(database: Database, personId: string): Promise<Entry[]> {
  return database.signin.transaction().execute(async (tx) => {
    const posts =
      await sql<Post>`select role, organisation_id, organisation, teams from staff.posts(${personId})`.execute(
        tx,
      )
    const sides = await sql<{
      role: string
    }>`select role from accounts.sides(${personId}) order by role`.execute(tx)
    return [
      ...posts.rows.map((post) => ({
        role: post.role as Role,
        organisationId: post.organisation_id as OrganisationId,
        organisation: post.organisation,
        teams: post.teams,
      })),
      ...sides.rows.map((side) => ({
        role: side.role as Role,
        organisationId: null,
        organisation: null,
        teams: [],
      })),
    ]
  })
}
