import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import type { AgendaLine } from '../../../office/agenda/door.ts'
import type { Tx } from '../../../platform/database.ts'

/** One's own appointment; `isWritten`: one wrote down a contact with this client around that time, today. */
export type Mine = AgendaLine & { isWritten: boolean }

/** One's own appointments in the opened teams (column "agenda") between two days, in order of time, in one statement. */
export async function listMyAppointments(tx: Tx, from: Day, until: Day): Promise<Mine[]> {
  const { rows } = await sql<Mine>`
    with written as materialized (select * from contacts.written_today())
    select a.id, a.client_id as "clientId", a.given_name as "givenName", a.infix, a.family_name as "familyName",
      a.starts_at as "startsAt", a.minutes, a.kind, a.place, a.person_id as "personId", a.person, a.about,
      a.cancelled_for as "cancelledFor", a.cause, a.moved_to as "movedTo",
      exists (select from written w where w.client_id = a.client_id
        and w.happened_at between a.starts_at - interval '1 hour' and a.starts_at + make_interval(mins => a.minutes + 60)) as "isWritten"
    from agenda.of_teams(${from}, ${until}) a
    where a.person_id = access.actor()
    order by a.starts_at, a.id`.execute(tx)
  return rows
}
