import { dayOf, timeOf, writeDay } from '../../../core/day.ts'
import { type FormState, withError } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import {
  type Client,
  type Correspondence,
  findClient,
  findCorrespondence,
  fullName,
} from '../../../people/clients/door.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, idParam } from '../../../platform/web.ts'
import { A } from '../../../ui/link.tsx'
import { type AppointmentForm, choiceOf } from '../rules/appointment-form.ts'
import {
  type Appointment,
  type AppointmentId,
  findAppointment,
  listWorkersAround,
  type Worker,
} from '../store/appointments.ts'
import { texts } from '../texts.ts'

/** A client with whom the client can have appointments; none where the agenda of this client is not open. */
export type Planning = { client: Client; workers: Worker[] }

/** An appointment with its client, with whom it could be, and where the client lives and is called. */
export type OpenedAppointment = Planning & { appointment: Appointment; reach: Correspondence }

/** Opens the client of the path to plan for. Throws NotFound when not there, not theirs, or without agenda. */
export async function openPlanning(c: Ctx): Promise<Planning> {
  const id = idParam<ClientId>(c, 'clientId')
  return read(asker(c), [{ dossier: id, purpose: 'care' }], async (tx) => {
    const client = await findClient(tx, id)
    const workers = await listWorkersAround(tx, id, c.var.lang)
    if (!client || workers.length === 0) throw new NotFound('no agenda of this client')
    return { client, workers }
  })
}

/** Opens the appointment of the path. */
export async function openAppointment(c: Ctx): Promise<OpenedAppointment> {
  const id = idParam<ClientId>(c, 'clientId')
  const appointmentId = idParam<AppointmentId>(c, 'appointmentId')
  return read(asker(c), [{ dossier: id, purpose: 'care' }], async (tx) => {
    const client = await findClient(tx, id)
    const appointment = await findAppointment(tx, id, appointmentId)
    if (!client || !appointment) throw new NotFound('no such appointment')
    const workers = await listWorkersAround(tx, id, c.var.lang)
    return { client, appointment, workers, reach: await findCorrespondence(tx, id) }
  })
}

/** The page of an appointment. */
export function appointmentLink({ id, clientId }: { id: string; clientId: string }): string {
  return link('appointment', { clientId, appointmentId: id })
}

/** An appointment as its form shows it. */
export function inputOf(appointment: Appointment): FormState['input'] {
  return {
    kind: appointment.kind,
    day: writeDay(dayOf(appointment.startsAt)),
    time: timeOf(appointment.startsAt),
    minutes: String(appointment.minutes),
    person: appointment.personId,
    place: appointment.place,
    about: appointment.about,
  }
}

/** The form with the warning that the worker has something else then; sent again as it is, it is meant so. */
export function warned(input: FormState['input'], form: AppointmentForm): FormState {
  return withError({ ...input, despite: choiceOf(form) }, 'time', 'taken')
}

/** What is wrong in words; of whom has something else then, who that is. */
export function errorWords(lang: Lang, workers: Worker[], { input }: FormState): Record<string, string> {
  const t = texts[lang].form
  const name = workers.find(({ personId }) => personId === input.person)?.name ?? ''
  return { ...t.errors, taken: t.taken(name) }
}

/** The way back, above every page: whose dossier this is. */
export function BackToClient({ c, client }: { c: Ctx; client: Client }) {
  return (
    <p>
      <A href={link('dossier', { clientId: client.id })}>{texts[c.var.lang].backTo(fullName(client))}</A>
    </p>
  )
}
