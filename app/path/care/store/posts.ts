import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import type { ClientId, OrganisationId, PersonId, TeamId } from '../../../core/id.ts'
import type { Role } from '../../../core/role.ts'
import type { Tx } from '../../../platform/database.ts'
import type { PostId } from '../rules/care-forms.ts'

/** Somebody who works somewhere today, and can get a part for a client. */
export type Post = {
  id: PostId
  personId: PersonId
  name: string
  function: { nl: string; en: string }
  role: Role
  organisationId: OrganisationId
  organisation: string
  inTeam: boolean
  from: Day
  until: Day | null
}

/** Who works with clients today: the team's own people first, then everybody of the region, by name; each post once. */
export async function listPosts(tx: Tx, team: TeamId | null): Promise<Post[]> {
  const rows = await tx
    .selectFrom('staff.memberships as m')
    .innerJoin('staff.workers as w', 'w.id', 'm.person_id')
    .innerJoin('staff.organisations as o', 'o.id', 'm.organisation_id')
    .innerJoin('staff.functions as f', 'f.code', 'm.function')
    .select([
      'm.id',
      'm.person_id',
      'w.given_name',
      'w.family_name',
      'f.nl',
      'f.en',
      'm.role',
      'm.organisation_id',
      'o.name as organisation',
      sql<boolean>`coalesce(m.team_id = ${team}, false)`.as('in_team'),
      sql<Day>`lower(m.during)`.as('from'),
      sql<Day | null>`upper(m.during) - 1`.as('until'),
    ])
    .where('m.role', 'in', ['practitioner', 'supporter', 'peer', 'welfare'])
    .where(sql<boolean>`m.during @> access.today()`)
    .orderBy('in_team', 'desc')
    .orderBy('w.given_name')
    .orderBy('w.family_name')
    .orderBy('m.id')
    .execute()
  const posts = rows.map((row) => ({
    id: row.id as PostId,
    personId: row.person_id as PersonId,
    name: `${row.given_name} ${row.family_name}`,
    function: { nl: row.nl, en: row.en },
    role: row.role as Role,
    organisationId: row.organisation_id as OrganisationId,
    organisation: row.organisation,
    inTeam: row.in_team,
    from: row.from,
    until: row.until,
  }))
  return posts.filter((post, i) => posts.findIndex((other) => isSame(post, other)) === i)
}

/** Whether whoever asks sees the plan of an opened client: else a part would be a key that one gives oneself. */
export async function seesPlan(tx: Tx, client: ClientId): Promise<boolean> {
  const { rows } = await sql<{
    sees: boolean
  }>`select ${client}::uuid = any (access.opened('plan')) as sees`.execute(tx)
  return rows[0]?.sees ?? false
}

// Somebody in two teams has two memberships but one post to be chosen.
function isSame(one: Post, other: Post): boolean {
  return (
    one.personId === other.personId && one.organisationId === other.organisationId && one.role === other.role
  )
}
