import { dayOf, timeOf, writeDay } from '../../../core/day.ts'
import { link } from '../../../links.ts'
import type { Appointment } from '../store/appointments.ts'

/** Where one writes down what came of an appointment: an intake on its own page, others as a contact with what is known. */
export function recordLink(
  of: Pick<Appointment, 'id' | 'clientId' | 'kind' | 'startsAt' | 'minutes'>,
): string {
  const { clientId, kind, startsAt, minutes } = of
  if (kind === 'intake') return link('appointmentIntake', { clientId, appointmentId: of.id })
  const known = { soort: kind, dag: writeDay(dayOf(startsAt)), tijd: timeOf(startsAt) }
  return link('newContact', { clientId }, { ...known, minuten: String(minutes) })
}
