import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '../../../core/id.ts'
import type { Role } from '../../../core/role.ts'
import type { Database } from '../../../platform/engine.ts'

/** Somebody of a demo's cast: in which role, for whom; `about` says who this is in a few words. */
export type DemoPerson = {
  slug: string
  personId: PersonId
  name: string
  role: Role
  organisationId: OrganisationId | null
  organisation: string | null
  team: string | null
  about?: string
}

/** Whether this database was made to try things out in: nothing here may ever work in a real one. */
export async function isForTrying(database: Database): Promise<boolean> {
  const { rows } = await database.signin
    .transaction()
    .execute((tx) => sql<{ kind: string }>`select access.kind() as kind`.execute(tx))
  return rows[0]?.kind === 'demo' || rows[0]?.kind === 'test'
}

/** The cast in the order of the story; empty in a real database. */
export async function demoPeople(database: Database): Promise<DemoPerson[]> {
  const rows = await database.signin
    .transaction()
    .execute((tx) =>
      tx.selectFrom('accounts.demo_people').selectAll().orderBy('sort').orderBy('slug').execute(),
    )
  return rows.map((row) => ({
    slug: row.slug,
    personId: row.person_id as PersonId,
    name: row.name,
    role: row.role as Role,
    organisationId: row.organisation_id as OrganisationId | null,
    organisation: row.organisation,
    team: row.team,
    about: row.about,
  }))
}

/** Adds somebody to the cast; the database refuses unless it is a demo or a test. */
export async function insertDemoPerson(database: Database, person: DemoPerson, sort: number): Promise<void> {
  const { slug, personId, name, role, organisationId, organisation, team, about = '' } = person
  await database.signin
    .transaction()
    .execute((tx) =>
      sql`select accounts.add_demo_person(${slug}, ${personId}, ${name}, ${role}, ${organisationId}, ${organisation}, ${team}, ${about}, ${sort})`.execute(
        tx,
      ),
    )
}
