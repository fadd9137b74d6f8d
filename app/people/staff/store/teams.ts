import { sql } from 'kysely'
import type { OrganisationId, PersonId, TeamId } from '../../../core/id.ts'
import type { Role } from '../../../core/role.ts'
import type { Tx } from '../../../platform/database.ts'

export type Area = { teamId: TeamId | null; team: string | null; neighbourhood: string; municipality: string }
export type Colleague = {
  personId: PersonId
  name: string
  function: string
  role: Role
  organisationId: OrganisationId
  organisation: string
}
export type Team = { id: TeamId; name: string; address: string; phone: string }

/** Which team serves a postcode; null when the postcode lies outside the region. */
export async function findArea(tx: Tx, postcode: string): Promise<Area | null> {
  const row = await tx
    .selectFrom('staff.areas as a')
    .innerJoin('staff.municipalities as m', 'm.code', 'a.municipality_code')
    .leftJoin('staff.teams as t', 't.id', 'a.team_id')
    .select(['a.team_id', 't.name as team', 'a.neighbourhood', 'm.name as municipality'])
    .where('a.postcode4', '=', postcode.slice(0, 4))
    .executeTakeFirst()
  return row
    ? {
        teamId: row.team_id as TeamId | null,
        team: row.team,
        neighbourhood: row.neighbourhood,
        municipality: row.municipality,
      }
    : null
}

/** Who is a member of a team today, by name. */
export async function listColleagues(tx: Tx, team: TeamId, lang: 'nl' | 'en' = 'nl'): Promise<Colleague[]> {
  const rows = await tx
    .selectFrom('staff.memberships as m')
    .innerJoin('staff.workers as w', 'w.id', 'm.person_id')
    .innerJoin('staff.organisations as o', 'o.id', 'm.organisation_id')
    .innerJoin('staff.functions as f', 'f.code', 'm.function')
    .select([
      'm.person_id',
      'w.given_name',
      'w.family_name',
      'f.nl',
      'f.en',
      'm.role',
      'm.organisation_id',
      'o.name as organisation',
    ])
    .where('m.team_id', '=', team)
    .where(sql<boolean>`m.during @> access.today()`)
    .orderBy('w.given_name')
    .orderBy('w.family_name')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    name: `${row.given_name} ${row.family_name}`,
    function: lang === 'nl' ? row.nl : row.en,
    role: row.role as Role,
    organisationId: row.organisation_id as OrganisationId,
    organisation: row.organisation,
  }))
}

/** A team with what stands in its letters. */
export async function findTeam(tx: Tx, team: TeamId): Promise<Team | undefined> {
  const row = await tx
    .selectFrom('staff.teams')
    .select(['id', 'name', 'address', 'phone'])
    .where('id', '=', team)
    .executeTakeFirst()
  return row && { ...row, id: row.id as TeamId }
}

/** Every team of the region, by name. */
export async function listTeams(tx: Tx): Promise<{ id: TeamId; name: string }[]> {
  const rows = await tx.selectFrom('staff.teams').select(['id', 'name']).orderBy('name').execute()
  return rows.map((row) => ({ id: row.id as TeamId, name: row.name }))
}

/** Care organisations of the region, by name. */
export async function listOrganisations(
  tx: Tx,
): Promise<{ id: OrganisationId; name: string; kind: string }[]> {
  const rows = await tx
    .selectFrom('staff.organisations')
    .select(['id', 'name', 'kind'])
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ id: row.id as OrganisationId, name: row.name, kind: row.kind }))
}
