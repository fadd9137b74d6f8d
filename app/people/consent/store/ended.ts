import { sql } from 'kysely'
import type { ClientId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'

/** One word of the client that stood, and who ended it; without a name it was the client. */
export type Ended = {
  id: string
  section: string | null
  name: string
  allows: boolean
  from: Date
  endedBy: string
  endedAt: Date
}

/** What stood and was ended of an opened client, the newest first: to a worker what was allowed, to the client every word. */
export async function listEnded(tx: Tx, client: ClientId): Promise<Ended[]> {
  const { rows } = await sql<Ended>`
    select e.id, e.section, e.allows, e.recorded_at as "from", e.ended_at as "endedAt",
      coalesce(b.given_name || ' ' || b.family_name, '') as "endedBy",
      coalesce(o.name, t.name, p.name, w.given_name || ' ' || w.family_name, '') as name
    from consent.ended(${client}) e
    left join staff.organisations o on o.id = e.organisation_id
    left join staff.teams t on t.id = e.team_id
    left join lateral (select p.name from consent.people(${client}) p where p.person_id = e.person_id limit 1) p on true
    left join staff.workers w on w.id = e.person_id
    left join staff.workers b on b.id = e.ended_by
    order by e.ended_at desc, e.id desc`.execute(tx)
  return rows
}
