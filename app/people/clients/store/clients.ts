import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import { type ClientId, newId, type TeamId } from '../../../core/id.ts'
import { mustChange, type Tx } from '../../../platform/database.ts'
import type { Found } from '../rules/found.ts'
import type { Identity } from '../rules/person-form.ts'

/** Who an opened client is. */
export type Client = {
  id: ClientId
  givenName: string
  infix: string
  familyName: string
  birthDate: Day | null
  version: number
}
type Person = Pick<Identity, 'givenName' | 'infix' | 'familyName' | 'birthDate'>

/**
 * Registers a person who is not known yet, as referred to this team; shielded from the team that employs the person, and
 * with another team when that is this one. */
export async function registerClient(
  tx: Tx,
  person: Person,
  team: TeamId,
  colleague: { of: TeamId | null; handledBy: TeamId | null },
): Promise<ClientId> {
  const id = newId<ClientId>()
  await sql`select clients.register(${id}, ${team}, ${person.givenName}, ${person.infix}, ${person.familyName},
    ${person.birthDate}, ${colleague.of}, ${colleague.handledBy})`.execute(tx)
  return id
}

/** An opened client; undefined when the gate did not open this one. */
export async function findClient(tx: Tx, id: ClientId): Promise<Client | undefined> {
  const row = await tx
    .selectFrom('clients.clients')
    .select(['id', 'given_name', 'infix', 'family_name', 'birth_date', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id,
      givenName: row.given_name,
      infix: row.infix,
      familyName: row.family_name,
      birthDate: row.birth_date as Day | null,
      version: row.version,
    }
  )
}

/** What the search of this request found. */
export async function listFound(tx: Tx): Promise<Found[]> {
  const { rows } = await sql<{
    client_id: string | null
    given_name: string | null
    infix: string | null
    family_name: string | null
    birth_date: string | null
    team: string
    phase: string
    left_on: string | null
    team_phone: string
  }>`select * from clients.found()`.execute(tx)
  return rows.map((row) => ({
    clientId: row.client_id as ClientId | null,
    givenName: row.given_name,
    infix: row.infix,
    familyName: row.family_name,
    birthDate: row.birth_date as Day | null,
    team: row.team,
    phase: row.phase,
    leftOn: row.left_on as Day | null,
    teamPhone: row.team_phone,
  }))
}

/** Changes name or birth date; Stale when somebody was first. */
export async function renameClient(tx: Tx, id: ClientId, version: number, person: Person): Promise<void> {
  mustChange(
    await tx
      .updateTable('clients.clients')
      .set({
        given_name: person.givenName,
        infix: person.infix,
        family_name: person.familyName,
        birth_date: person.birthDate,
      })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

/** Somebody of another team, by no more than an id: which team, and how it is called. */
export type Urgent = { clientId: ClientId; team: string; teamPhone: string }

/** Whom a search met with another team, to be opened in an emergency; none for who has no ground for that. */
export async function listUrgent(tx: Tx): Promise<Urgent[]> {
  const { rows } = await sql<{
    client_id: ClientId
    team: string
    team_phone: string
  }>`select * from clients.found_urgent()`.execute(tx)
  return rows.map((row) => ({ clientId: row.client_id, team: row.team, teamPhone: row.team_phone }))
}
