import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Day } from '../../../core/day.ts'
import type { OrganisationId, PersonId, TeamId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { OrganisationKind } from '../rules/kind.ts'

export type Agreement = { id: string; from: Day; until: Day | null }
export type Organisation = {
  id: OrganisationId
  name: string
  kind: OrganisationKind
  agb: string | null
  agreements: Agreement[]
}
export type TeamOverview = { id: TeamId; name: string; postcodes: string[]; members: number }
export type Membership = {
  id: string
  team: string | null
  organisation: string
  nl: string
  en: string
  from: Day
  until: Day | null
}
export type Worker = { id: PersonId; name: string; email: string; phone: string; memberships: Membership[] }
export type AreaLine = {
  postcode4: string
  neighbourhood: string
  municipality: string
  code: string
  team: string | null
}

const from = sql<Day>`lower(during)`.as('from')
const until = sql<Day | null>`upper(during) - 1`.as('until')

/** Every organisation with its agreements, newest first. */
export async function listOrganisationsSigned(tx: Tx): Promise<Organisation[]> {
  const rows = await tx
    .selectFrom('staff.organisations as o')
    .select((eb) => [
      'o.id',
      'o.name',
      'o.kind',
      'o.agb',
      jsonArrayFrom(
        eb
          .selectFrom('staff.agreements as a')
          .select(['a.id', from, until])
          .whereRef('a.organisation_id', '=', 'o.id')
          .where(sql<boolean>`not isempty(during)`)
          .orderBy(sql`lower(during)`, 'desc'),
      ).as('agreements'),
    ])
    .orderBy('o.name')
    .execute()
  return rows.map((row) => ({
    ...row,
    id: row.id as OrganisationId,
    kind: row.kind as OrganisationKind,
    agreements: row.agreements as Agreement[],
  }))
}

/** Every team, with the postcodes that it serves and how many work in it today. */
export async function listTeamsServed(tx: Tx): Promise<TeamOverview[]> {
  const rows = await tx
    .selectFrom('staff.teams as t')
    .select([
      't.id',
      't.name',
      sql<string[]>`array(select a.postcode4 from staff.areas a where a.team_id = t.id order by 1)`.as(
        'postcodes',
      ),
      sql<number>`(select count(distinct m.person_id)::int from staff.memberships m
        where m.team_id = t.id and m.during @> access.today())`.as('members'),
    ])
    .orderBy('t.name')
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as TeamId }))
}

function workers(tx: Tx) {
  return tx
    .selectFrom('staff.workers as w')
    .select((eb) => [
      'w.id',
      sql<string>`w.given_name || ' ' || w.family_name`.as('name'),
      'w.email',
      'w.phone',
      jsonArrayFrom(
        eb
          .selectFrom('staff.memberships as m')
          .innerJoin('staff.organisations as o', 'o.id', 'm.organisation_id')
          .innerJoin('staff.functions as f', 'f.code', 'm.function')
          .leftJoin('staff.teams as t', 't.id', 'm.team_id')
          .select(['m.id', 't.name as team', 'o.name as organisation', 'f.nl', 'f.en', from, until])
          .whereRef('m.person_id', '=', 'w.id')
          .where(sql<boolean>`not isempty(during)`)
          .orderBy(sql`lower(during)`, 'desc'),
      ).as('memberships'),
    ])
}

/** Fifty workers by name, from a place in the list, with how many there are. */
export async function listWorkers(tx: Tx, start: number): Promise<{ workers: Worker[]; total: number }> {
  const rows = await workers(tx)
    .select(sql<number>`(count(*) over ())::int`.as('total'))
    .orderBy('w.family_name')
    .orderBy('w.given_name')
    .orderBy('w.id')
    .offset(start)
    .limit(50)
    .execute()
  const list = rows.map(({ total, ...row }) => ({ ...row, id: row.id as PersonId }))
  return { workers: list, total: rows[0]?.total ?? 0 }
}

/** One worker with every post, past and present. */
export async function findWorker(tx: Tx, id: PersonId): Promise<Worker | undefined> {
  const row = await workers(tx).where('w.id', '=', id).executeTakeFirst()
  return row && { ...row, id }
}

/** Every postcode area of the region. */
export async function listAreas(tx: Tx): Promise<AreaLine[]> {
  return tx
    .selectFrom('staff.areas as a')
    .innerJoin('staff.municipalities as m', 'm.code', 'a.municipality_code')
    .leftJoin('staff.teams as t', 't.id', 'a.team_id')
    .select(['a.postcode4', 'a.neighbourhood', 'm.name as municipality', 'm.code', 't.name as team'])
    .orderBy('a.postcode4')
    .execute()
}

/** Municipalities of the region, by name. */
export async function listMunicipalities(tx: Tx): Promise<{ code: string; name: string }[]> {
  return tx.selectFrom('staff.municipalities').select(['code', 'name']).orderBy('name').execute()
}

/** Functions that a post can have. */
export async function listFunctions(tx: Tx): Promise<{ code: string; nl: string; en: string }[]> {
  return tx.selectFrom('staff.functions').select(['code', 'nl', 'en']).orderBy('nl').execute()
}
