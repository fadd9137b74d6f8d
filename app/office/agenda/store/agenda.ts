import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import type { ClientId, PersonId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { AppointmentKind, CancelCause } from '../rules/appointment-form.ts'
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
  /** what made it needless, and to which moment it was moved */
  cause: CancelCause | null
  movedTo: Date | null
}

type Row = Pick<AgendaLine, 'id' | 'infix' | 'minutes' | 'kind' | 'place' | 'person' | 'about' | 'cause'> & {
  client_id: ClientId
  given_name: string
  family_name: string
  starts_at: Date
  person_id: PersonId
  cancelled_for: AgendaLine['cancelledFor']
  moved_to: Date | null
}

/** Appointments of the opened teams (column "agenda") from one day until another, cancelled ones too, in order of time. */
export async function listAgenda(tx: Tx, from: Day, until: Day): Promise<AgendaLine[]> {
  const { rows } = await sql<Row>`select * from agenda.of_teams(${from}, ${until})`.execute(tx)
  return rows.map(
    ({ client_id, given_name, family_name, starts_at, person_id, cancelled_for, moved_to, ...row }) => ({
      ...row,
      clientId: client_id,
      givenName: given_name,
      familyName: family_name,
      startsAt: starts_at,
      personId: person_id,
      cancelledFor: cancelled_for,
      movedTo: moved_to,
    }),
  )
}
