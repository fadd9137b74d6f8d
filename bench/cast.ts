import { type Kysely, sql } from 'kysely'
import type { Day } from '../app/core/day.ts'
import type { ClientId, OrganisationId, PersonId, TeamId } from '../app/core/id.ts'
import type { Role } from '../app/core/role.ts'
import { signInAs } from '../app/people/accounts/door.ts'
import type { DB } from '../database/tables.ts'
import type { Place } from './place.ts'

/** A worker who is signed in. */
export type Worker = { id: PersonId; role: Role; organisation: OrganisationId; token: string }
/** A client, as somebody who searches knows the person. */
export type Known = { id: ClientId; given: string; infix: string; family: string; birth: Day }

/** Who is measured: a full team, two of its workers, its people, people from anywhere, and many who may search the region. */
export type Cast = {
  team: TeamId
  practitioner: Worker
  secretary: Worker
  people: Known[]
  /** the one with five hundred contacts */
  longStory: Known
  anywhere: Known[]
  searchers: Worker[]
}

/** Finds and signs in the cast of a filled place. */
export async function findCast({ database, root }: Place): Promise<Cast> {
  const { rows: teams } = await sql<{ id: TeamId }>`select id from staff.teams where name = 'Team 0'`.execute(
    root,
  )
  const team = teams[0]?.id
  if (!team) throw new Error('not a database that the bench filled')
  const workers = await workersOf(root, sql`m.team_id = ${team}`, 12)
  const enter = async (worker: Omit<Worker, 'token'>) => ({
    ...worker,
    token: await signInAs(database, worker.id, worker.role, worker.organisation),
  })
  const one = async (role: Role) => enter(must(workers.find((w) => w.role === role)))
  const fresh = sql`m.role = 'practitioner' and m.team_id <> ${team} and not exists (select from access.log l
    where l.person_id = m.person_id and l.event = 'search' and l.at > now() - interval '1 hour')`
  const searchers = await Promise.all((await workersOf(root, fresh, 40)).map(enter))
  const people = await peopleOf(root, team)
  return {
    team,
    practitioner: await one('practitioner'),
    secretary: await one('secretariat'),
    people: people.slice(1),
    longStory: must(people[0]),
    anywhere: await anybody(root),
    searchers,
  }
}

async function workersOf(root: Kysely<DB>, which: ReturnType<typeof sql>, limit: number) {
  const { rows } = await sql<Omit<Worker, 'token'>>`
    select m.person_id as id, m.role, m.organisation_id as organisation from staff.memberships m
    join staff.workers w on w.id = m.person_id where ${which} order by w.email limit ${limit}`.execute(root)
  return rows
}

// In care, in an order that says nothing; the longest story first.
async function peopleOf(root: Kysely<DB>, team: TeamId): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select c.id, c.given_name as given, c.infix, c.family_name as family, c.birth_date as birth
    from care.periods p join clients.clients c on c.id = p.client_id
    where p.team_id = ${team} and p.phase = 'care' and p.during @> current_date
    order by (select count(*) from contacts.contacts k where k.client_id = c.id) > 400 desc, md5(c.id::text)`.execute(
    root,
  )
  return rows
}

async function anybody(root: Kysely<DB>): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select id, given_name as given, infix, family_name as family, birth_date as birth from clients.clients
    tablesample bernoulli (least(100, 60000.0 / (select reltuples from pg_class where oid = 'clients.clients'::regclass))) limit 600`.execute(
    root,
  )
  return rows
}

/** What is there, or the filling is not as it should be. */
export function must<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('the filling lacks somebody')
  return found
}
