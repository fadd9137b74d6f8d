import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import { type ClientId, newId, type OrganisationId, type PersonId, type TeamId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Part } from '../rules/part.ts'
import type { Period, Phase } from '../rules/stay.ts'

/** Where an opened client was and is, newest first. */
export async function listPeriods(tx: Tx, client: ClientId): Promise<Period[]> {
  const rows = await tx
    .selectFrom('care.periods as p')
    .innerJoin('staff.teams as t', 't.id', 'p.team_id')
    .select([
      'p.team_id',
      't.name as team',
      'p.phase',
      'p.episode_id',
      sql<Day>`lower(p.during)`.as('from'),
      sql<Day | null>`upper(p.during) - 1`.as('until'),
    ])
    .where('p.client_id', '=', client)
    .where(sql<boolean>`not isempty(p.during)`)
    .orderBy(sql`lower(p.during)`, 'desc')
    .execute()
  return rows.map((row) => ({
    teamId: row.team_id as TeamId,
    team: row.team,
    phase: row.phase as Phase,
    from: row.from,
    until: row.until,
    episodeId: row.episode_id,
  }))
}

/** From that day on the client is in care, or in aftercare, with this team. */
export async function moveToPhase(
  tx: Tx,
  client: ClientId,
  team: TeamId,
  phase: 'care' | 'aftercare',
  from: Day,
): Promise<void> {
  await sql`select care.move_to(${client}, ${team}, ${phase}, ${from})`.execute(tx)
}

/** The last day with this team. */
export async function leaveTeam(tx: Tx, client: ClientId, team: TeamId, lastDay: Day): Promise<void> {
  await sql`select care.leave(${client}, ${team}, ${lastDay})`.execute(tx)
}

/** May whoever asks refer this person, whom a search of theirs found, to this team again? */
export async function canReturn(tx: Tx, client: ClientId, team: TeamId): Promise<boolean> {
  const { rows } = await sql<{ can: boolean }>`select care.can_return(${client}, ${team}) as can`.execute(tx)
  return rows[0]?.can === true
}

/** A person who was here before is referred to this team again. */
export async function returnToTeam(tx: Tx, client: ClientId, team: TeamId): Promise<void> {
  await sql`select care.return_to(${client}, ${team})`.execute(tx)
}

/** An organisation takes part in this client's care from that day on. */
export async function involve(
  tx: Tx,
  client: ClientId,
  organisation: OrganisationId,
  from: Day,
): Promise<void> {
  await sql`select care.involve(${newId()}, ${client}, ${organisation}, ${from})`.execute(tx)
}

/** The last day on which an organisation takes part. */
export async function stopInvolving(
  tx: Tx,
  client: ClientId,
  organisation: OrganisationId,
  lastDay: Day,
): Promise<void> {
  await sql`select care.end_involvement(${client}, ${organisation}, ${lastDay})`.execute(tx)
}

/** Gives somebody a part for this client; whoever had it before is relieved. */
export async function assign(
  tx: Tx,
  client: ClientId,
  person: PersonId,
  organisation: OrganisationId,
  part: Part,
  from: Day,
): Promise<void> {
  await sql`select care.assign(${newId()}, ${client}, ${person}, ${organisation}, ${part}, ${from})`.execute(
    tx,
  )
}

/** Nobody has this part after that day. */
export async function relieve(tx: Tx, client: ClientId, part: Part, lastDay: Day): Promise<void> {
  await sql`select care.end_assignment(${client}, ${part}, ${lastDay})`.execute(tx)
}

/** Whether an opened client was in care before this episode; told also while the earlier story is closed. */
export async function cameBack(tx: Tx, client: ClientId): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select care.came_back(${client}) as yes`.execute(tx)
  return rows[0]?.yes ?? false
}
