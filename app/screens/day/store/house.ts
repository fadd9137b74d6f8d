import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import type { OrganisationId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'

/** An organisation whose agreement ends soon (a day), or that has none today (null): it then sees nothing. */
export type Unsigned = { id: OrganisationId; name: string; endsOn: Day | null }

/** What an administrator must see to. */
export type HouseCare = { teams: number; workers: number; withoutAccount: number; agreements: Unsigned[] }

/** Who works here, who cannot sign in yet, and agreements that end before a day; in one statement. */
export async function findHouseCare(tx: Tx, before: Day): Promise<HouseCare> {
  const { rows } = await sql<{
    teams: number
    workers: number
    without_account: number
    agreements: Unsigned[] | null
  }>`
    select (select count(*)::int from staff.teams) as teams,
      (select count(distinct m.person_id)::int from staff.memberships m where m.during @> access.today()) as workers,
      accounts.count_without_account() as without_account,
      (select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'endsOn', x.last_day) order by x.last_day nulls first, x.name) from (
        select o.id, o.name, max(upper(a.during) - 1) filter (where a.during @> access.today()) as last_day
        from staff.organisations o left join staff.agreements a on a.organisation_id = o.id
        where exists (select from staff.memberships m where m.organisation_id = o.id and m.during @> access.today())
        group by o.id, o.name
        having count(a.id) filter (where a.during @> access.today() and (upper_inf(a.during) or upper(a.during) > ${before})) = 0) x) as agreements`.execute(
    tx,
  )
  const [row] = rows
  return {
    teams: row?.teams ?? 0,
    workers: row?.workers ?? 0,
    withoutAccount: row?.without_account ?? 0,
    agreements: row?.agreements ?? [],
  }
}
