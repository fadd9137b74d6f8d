import { sql } from 'kysely'
import type { ClientId } from '../../../core/id.ts'
import type { AppointmentKind, CancelCause } from '../../../office/agenda/door.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Appointment } from '../rules/appointment.ts'

type Row = {
  row_id: string
  at: Date
  kind: AppointmentKind
  person: string | null
  minutes: number
  place: string
  about: string
  is_cancelled: boolean
  cause: CancelCause | null
  reason: string
  moved_to: Date | null
}

/** Appointments of an opened client, the latest first, the intake among them: all to come, and so many that have been. */
export async function listAppointments(tx: Tx, client: ClientId, past: number): Promise<Appointment[]> {
  const { rows } = await sql<Row>`
    with all_of_them as (
      select a.row_id, a.at, replace(a.kind, 'agenda.', '') as kind, a.person_id, a.body from agenda.public_timeline a where a.client_id = ${client}),
    chosen as (
      (select * from all_of_them where at >= access.now() - interval '8 hours')
      union (select * from all_of_them where at < access.now() order by at desc limit ${past}))
    select e.row_id, e.at, e.kind, nullif(concat_ws(' ', w.given_name, w.family_name), '') as person, (e.body ->> 'minutes')::int as minutes,
      e.body ->> 'place' as place, e.body ->> 'about' as about, e.body ->> 'cancelledFor' is not null as is_cancelled,
      e.body ->> 'cancelCause' as cause, coalesce(e.body ->> 'cancelReason', '') as reason,
      (e.body ->> 'movedTo')::timestamptz as moved_to
    from chosen e left join staff.workers w on w.id = e.person_id
    order by e.at desc, e.row_id desc`.execute(tx)
  return rows.map((row) => ({
    id: row.row_id,
    at: row.at,
    kind: row.kind,
    person: row.person ?? '',
    minutes: row.minutes,
    place: row.place,
    about: row.about,
    isCancelled: row.is_cancelled,
    cause: row.cause,
    reason: row.reason,
    movedTo: row.moved_to,
  }))
}
