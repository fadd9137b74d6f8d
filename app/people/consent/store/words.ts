import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import { type ClientId, newId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Party } from '../rules/party.ts'

/** One word of the client that stands today. */
export type Standing = {
  id: string
  section: string | null
  party: Party
  name: string
  allows: boolean
  from: Day
  until: Day | null
  givenBy: 'client' | 'representative' | 'default'
}
/** What the client lets somebody see, or not (section null: everything), until a last day. */
export type NewWord = {
  party: Party
  section: string | null
  allows: boolean
  until: Day | null
  givenBy: 'client' | 'representative'
}
/** Who can be named in a consent; an organisation without an agreement sees nothing yet. */
export type Choice = {
  party: Party
  name: string
  kind: 'organisation' | 'relative' | 'wmo-consultant'
  signed: boolean
  /** the parts that somebody in this role can be let see at all; null for an organisation, whose roles differ */
  sections: string[] | null
}

/** Records a word; an earlier one about the same section and party ends. */
export async function recordWord(tx: Tx, client: ClientId, word: NewWord): Promise<void> {
  const { organisation, team, person } = columns(word.party)
  await sql`select consent.record(${newId()}, ${client}, ${word.section}, ${organisation}, ${team}, ${person},
    ${word.allows}, ${word.until}, ${word.givenBy})`.execute(tx)
}

/** Ends the word about this section and party; the law alone decides again. */
export async function withdrawWord(
  tx: Tx,
  client: ClientId,
  party: Party,
  section: string | null,
): Promise<void> {
  const { organisation, team, person } = columns(party)
  await sql`select consent.withdraw(${client}, ${section}, ${organisation}, ${team}, ${person})`.execute(tx)
}

/** The client no longer shields these parts (null: everything) from a party; what the client allows it stays. */
export async function liftShield(
  tx: Tx,
  client: ClientId,
  lifted: { party: Party; sections: readonly string[] | null; givenBy: NewWord['givenBy'] },
): Promise<void> {
  const { organisation, team, person } = columns(lifted.party)
  await sql`select consent.lift(${client}, ${lifted.sections}::text[], ${organisation}, ${team}, ${person}, ${lifted.givenBy})`.execute(
    tx,
  )
}

function columns({ kind, id }: Party) {
  return {
    organisation: kind === 'organisation' ? id : null,
    team: kind === 'team' ? id : null,
    person: kind === 'person' ? id : null,
  }
}

/** What stands today of an opened client: to a worker only what is allowed, to the client every word. */
export async function listStanding(tx: Tx, client: ClientId): Promise<Standing[]> {
  const { rows } = await sql<{
    id: string
    section: string | null
    kind: Party['kind']
    party_id: string
    name: string
    allows: boolean
    from: Day
    until: Day | null
    given_by: Standing['givenBy']
  }>`select s.id, s.section, s.allows, s.given_by, lower(s.during) as from, upper(s.during) - 1 as until,
      case when s.organisation_id is not null then 'organisation' when s.team_id is not null then 'team' else 'person' end as kind,
      coalesce(s.organisation_id, s.team_id, s.person_id) as party_id,
      coalesce(o.name, t.name, p.name, w.given_name || ' ' || w.family_name, '') as name
    from consent.standing(${client}) s
    left join staff.organisations o on o.id = s.organisation_id
    left join staff.teams t on t.id = s.team_id
    left join lateral (select p.name from consent.people(${client}) p where p.person_id = s.person_id limit 1) p on true
    left join staff.workers w on w.id = s.person_id
    order by name, s.section`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    section: row.section,
    party: { kind: row.kind, id: row.party_id },
    name: row.name,
    allows: row.allows,
    from: row.from,
    until: row.until,
    givenBy: row.given_by,
  }))
}

/** Whom the client can name: organisations, relatives with an account, Wmo consultants. */
export async function listChoices(tx: Tx, client: ClientId): Promise<Choice[]> {
  const { rows } = await sql<Omit<Choice, 'party'> & { id: string }>`
    select o.id, o.name, 'organisation' as kind,
      exists (select from staff.agreements a where a.organisation_id = o.id and a.during @> access.today()) as signed, null::text[] as sections
    from staff.organisations o
    union all
    select p.person_id, p.name, p.kind, true, p.sections from consent.people(${client}) p
    order by kind, name`.execute(tx)
  return rows.map(({ id, ...choice }) => ({
    ...choice,
    party: { kind: choice.kind === 'organisation' ? 'organisation' : 'person', id },
  }))
}

/** The parts that the client keeps from whoever asks, or from an own team or organisation: those another records. */
export async function keptFromMe(tx: Tx, client: ClientId): Promise<string[]> {
  const { rows } = await sql<{ kept: string[] }>`select consent.kept_from_me(${client}) as kept`.execute(tx)
  return rows[0]?.kept ?? []
}

/** What of an opened client stands beside the words: refused after death, and how many earlier stories are closed. */
export async function findLimits(
  tx: Tx,
  client: ClientId,
): Promise<{ refusedAfterDeath: boolean; closedEpisodes: number }> {
  const { rows } = await sql<{ refused: boolean; closed: number }>`
    select consent.is_after_death_refused(${client}) as refused,
      (select count(distinct e)::int from unnest(access.earlier()) e) as closed`.execute(tx)
  return { refusedAfterDeath: rows[0]?.refused ?? false, closedEpisodes: rows[0]?.closed ?? 0 }
}

/** After death nobody outside the treatment looks (BW 7:458a lid 4). */
export async function refuseSharingAfterDeath(tx: Tx, client: ClientId): Promise<void> {
  await sql`select consent.refuse_after_death(${client})`.execute(tx)
}

/** Taken back, while the client lives; NotFound after death. */
export async function allowSharingAfterDeath(tx: Tx, client: ClientId): Promise<void> {
  await sql`select consent.allow_after_death(${client})`.execute(tx)
}

/** Shields one row of an opened client from an organisation or a person, from today. */
export async function shieldOneRow(tx: Tx, client: ClientId, row: string, party: Party): Promise<void> {
  const { organisation, person } = columns(party)
  await sql`select consent.shield_row(${newId()}, ${client}, ${row}, ${organisation}, ${person})`.execute(tx)
}

/** Shows that row again; no harm where it was not shielded. */
export async function liftOneRow(tx: Tx, client: ClientId, row: string, party: Party): Promise<void> {
  const { organisation, person } = columns(party)
  await sql`select consent.lift_row(${client}, ${row}, ${organisation}, ${person})`.execute(tx)
}
