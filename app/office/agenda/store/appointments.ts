import { sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import { momentAt } from '../../../core/day.ts'
import { type ClientId, type Id, newId, type PersonId } from '../../../core/id.ts'
import type { Lang } from '../../../core/texts.ts'
import { mustChange, type Tx } from '../../../platform/database.ts'
import {
  type AppointmentForm,
  type AppointmentKind,
  type CancelCause,
  type CancellationForm,
  mustAsk,
  Taken,
} from '../rules/appointment-form.ts'

export type AppointmentId = Id<'appointment'>
/** For whom and why; of a cause nobody wrote a reason. `movedTo` is the moment of what was planned instead. */
export type Cancellation = CancellationForm & {
  cause: CancelCause | null
  movedTo: string | null
  writtenAt: string
}
/** An appointment of an opened client. */
export type Appointment = {
  id: AppointmentId
  clientId: ClientId
  startsAt: Date
  minutes: number
  kind: AppointmentKind
  place: string
  personId: PersonId
  person: string
  about: string
  version: number
  cancellation: Cancellation | null
}
/** Somebody with whom this client can have an appointment. */
export type Worker = { personId: PersonId; name: string; function: string }

function columns(form: AppointmentForm) {
  return {
    starts_at: momentAt(form.day, form.time),
    minutes: form.minutes,
    kind: form.kind,
    place: form.place,
    person_id: form.person,
    about: form.about,
  }
}

/** Throws Taken when the worker has another appointment at that moment, unless that was said already, or is not asked. */
export async function mustBeFree(
  tx: Tx,
  { client, appointment }: { client: ClientId; appointment: AppointmentId },
  form: AppointmentForm,
): Promise<void> {
  if (!mustAsk(form)) return
  const starts = momentAt(form.day, form.time)
  const { rows } = await sql<{ taken: boolean }>`
    select agenda.is_taken(${client}, ${appointment}, ${form.person}, ${starts}, ${form.minutes}) as taken`.execute(
    tx,
  )
  if (rows[0]?.taken) throw new Taken('somebody else is met then')
}

/** Plans an appointment under this id; once, however often it is asked. */
export async function addAppointment(
  tx: Tx,
  { client, appointment }: { client: ClientId; appointment: AppointmentId },
  form: AppointmentForm,
): Promise<void> {
  await tx
    .insertInto('agenda.appointments')
    .values({ id: appointment, client_id: client, ...columns(form) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Changes an appointment; Stale when it was changed meanwhile. */
export async function changeAppointment(
  tx: Tx,
  appointment: AppointmentId,
  version: number,
  form: AppointmentForm,
): Promise<void> {
  mustChange(
    await tx
      .updateTable('agenda.appointments')
      .set(columns(form))
      .where('id', '=', appointment)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

/** The appointment does not go on, by somebody's word or by what made it needless; once, however often it is asked. */
export async function addCancellation(
  tx: Tx,
  { client, appointment, movedTo }: { client: ClientId; appointment: AppointmentId; movedTo?: AppointmentId },
  why: CancellationForm | CancelCause,
): Promise<void> {
  const { cancelledFor, reason, cause } =
    typeof why === 'string'
      ? { cancelledFor: 'team', reason: '', cause: why }
      : { cancelledFor: why.cancelledFor, reason: why.reason, cause: null }
  await tx
    .insertInto('agenda.cancellations')
    .values({
      id: newId(),
      client_id: client,
      appointment_id: appointment,
      cancelled_for: cancelledFor,
      reason,
      cause,
      moved_to: movedTo ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function appointments(tx: Tx, client: ClientId) {
  return tx
    .selectFrom('agenda.appointments as a')
    .innerJoin('staff.workers as w', 'w.id', 'a.person_id')
    .select((eb) => [
      'a.id',
      'a.starts_at as startsAt',
      'a.minutes',
      'a.kind',
      'a.place',
      'a.person_id as personId',
      eb.fn<string>('concat_ws', [eb.val(' '), 'w.given_name', 'w.family_name']).as('person'),
      'a.about',
      'a.version',
      jsonObjectFrom(
        eb
          .selectFrom('agenda.cancellations as x')
          .leftJoin('agenda.appointments as n', 'n.id', 'x.moved_to')
          .whereRef('x.appointment_id', '=', 'a.id')
          .select([
            'x.cancelled_for as cancelledFor',
            'x.reason',
            'x.cause',
            'n.starts_at as movedTo',
            'x.written_at as writtenAt',
          ]),
      ).as('cancellation'),
    ])
    .where('a.client_id', '=', client)
}

type Row = Awaited<ReturnType<ReturnType<typeof appointments>['executeTakeFirstOrThrow']>>

function toAppointment(client: ClientId, row: Row): Appointment {
  return {
    ...row,
    id: row.id as AppointmentId,
    clientId: client,
    kind: row.kind as AppointmentKind,
    personId: row.personId as PersonId,
    cancellation: row.cancellation as Cancellation | null,
  }
}

/** One appointment of an opened client; undefined when it is not there or not theirs. */
export async function findAppointment(
  tx: Tx,
  client: ClientId,
  id: AppointmentId,
): Promise<Appointment | undefined> {
  const row = await appointments(tx, client).where('a.id', '=', id).executeTakeFirst()
  return row && toAppointment(client, row)
}

/** Appointments of an opened client, cancelled ones too, the latest first; from a moment on when one is given. */
export async function listAppointments(tx: Tx, client: ClientId, from?: Date): Promise<Appointment[]> {
  const rows = await appointments(tx, client)
    .$if(from !== undefined, (query) => query.where('a.starts_at', '>=', from ?? null))
    .orderBy('a.starts_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => toAppointment(client, row))
}

/** With whom an opened client can have an appointment: the workers of the client's teams, and who has a part in the care. */
export async function listWorkersAround(tx: Tx, client: ClientId, lang: Lang): Promise<Worker[]> {
  const { rows } = await sql<{ person_id: PersonId; person: string; nl: string; en: string }>`
    select * from agenda.workers_around(${client})`.execute(tx)
  return rows.map((row) => ({ personId: row.person_id, name: row.person, function: row[lang] }))
}
