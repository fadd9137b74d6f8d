import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import { newId, type OrganisationId, type PersonId, type RegionId, type TeamId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { AreaForm, MunicipalityForm, Post, TeamForm, WorkerForm } from '../rules/house-forms.ts'
import type { OrganisationKind } from '../rules/kind.ts'

// Every change here is one definer function, which asks for an administrator and keeps history.

/** The region of this installation. */
async function findRegion(tx: Tx): Promise<{ id: RegionId; name: string }> {
  const row = await tx.selectFrom('staff.regions').select(['id', 'name']).executeTakeFirstOrThrow()
  return { id: row.id as RegionId, name: row.name }
}

/** Adds an organisation; it sees nothing until an agreement is signed. */
export async function insertOrganisation(
  tx: Tx,
  organisation: { name: string; kind: OrganisationKind; agb: string },
): Promise<OrganisationId> {
  const id = newId<OrganisationId>()
  const region = await findRegion(tx)
  await sql`select staff.add_organisation(${id}, ${region.id}, ${organisation.name}, ${organisation.kind},
    ${organisation.agb || null})`.execute(tx)
  return id
}

/** A signed agreement, from a day until a last day (null: open). SQL state 23P01 when another one runs then. */
export async function insertAgreement(
  tx: Tx,
  organisation: OrganisationId,
  from: Day,
  until: Day | null,
): Promise<string> {
  const id = newId()
  await sql`select staff.sign_agreement(${id}, ${organisation},
    daterange(${from}::date, ${until}::date, '[]'))`.execute(tx)
  return id
}

/** The last day on which an agreement holds. */
export async function stopAgreement(tx: Tx, agreement: string, lastDay: Day): Promise<void> {
  await sql`select staff.end_agreement(${agreement}, ${lastDay})`.execute(tx)
}

/** Adds a team. */
export async function insertTeam(tx: Tx, team: TeamForm): Promise<TeamId> {
  const id = newId<TeamId>()
  const region = await findRegion(tx)
  await sql`select staff.add_team(${id}, ${region.id}, ${team.name}, ${team.address}, ${team.phone})`.execute(
    tx,
  )
  return id
}

/** Adds a municipality, or gives it another name. */
export async function putMunicipality(tx: Tx, { code, name }: MunicipalityForm): Promise<void> {
  const region = await findRegion(tx)
  await sql`select staff.add_municipality(${code}, ${region.id}, ${name})`.execute(tx)
}

/** Says which team serves a postcode area from now on. */
export async function putArea(tx: Tx, area: AreaForm): Promise<void> {
  const region = await findRegion(tx)
  await sql`select staff.set_area(${region.id}, ${area.postcode4}, ${area.municipality}, ${area.neighbourhood},
    ${area.team})`.execute(tx)
}

/** Adds a worker. SQL state 23505 when the e-mail address is somebody's already. */
export async function insertWorker(
  tx: Tx,
  worker: Pick<WorkerForm, 'givenName' | 'familyName' | 'email' | 'phone'>,
): Promise<PersonId> {
  const id = newId<PersonId>()
  await sql`select staff.add_worker(${id}, ${worker.givenName}, ${worker.familyName}, ${worker.email},
    ${worker.phone})`.execute(tx)
  return id
}

/** Gives a worker a post; the function carries the role. */
export async function insertMembership(tx: Tx, person: PersonId, post: Post): Promise<string> {
  const id = newId()
  await sql`select staff.add_membership(${id}, ${post.team}, ${person}, ${post.organisation}, ${post.function},
    daterange(${post.from}::date, null))`.execute(tx)
  return id
}

/** The last day of a post. */
export async function stopMembership(tx: Tx, membership: string, lastDay: Day): Promise<void> {
  await sql`select staff.end_membership(${membership}, ${lastDay})`.execute(tx)
}
