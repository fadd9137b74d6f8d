import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import type { ClientId, PersonId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { AppointmentKind } from '../rules/appointment-form.ts'
import type { AppointmentId } from './appointments.ts'

/** An appointment as it stands in the agenda of a team. */
export type AgendaLine = {
  id: AppointmentId
  clientId: ClientId
  givenName: string
  infix: string
  familyName: string
  startsAt: Date
  minutes: number
  kind: AppointmentKind
  place: string
  personId: PersonId
  person: string
  about: string
  cancelledFor: 'client' | 'team' | null
}

/** Appointments of the opened teams (column "agenda") from one day until another, cancelled ones too, in order of time. */
export async function listAgenda(tx: Tx, from: Day, until: Day): Promise<AgendaLine[]> {
  const { rows } = await sql<{
    id: AppointmentId
    client_id: ClientId
    given_name: string
    infix: string
    family_name: string
    starts_at: Date
    minutes: number
    kind: AppointmentKind
    place: string
    person_id: PersonId
    person: string
    about: string
    cancelled_for: 'client' | 'team' | null
  }>`select * from agenda.of_teams(${from}, ${until})`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    givenName: row.given_name,
    infix: row.infix,
    familyName: row.family_name,
    startsAt: row.starts_at,
    minutes: row.minutes,
    kind: row.kind,
    place: row.place,
    personId: row.person_id,
    person: row.person,
    about: row.about,
    cancelledFor: row.cancelled_for,
  }))
}
