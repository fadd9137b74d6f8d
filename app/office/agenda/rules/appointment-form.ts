import { z } from 'zod'
import type { Day } from '../../../core/day.ts'
import { choice, day, idField, minutes, text, time } from '../../../core/fields.ts'
import type { PersonId } from '../../../core/id.ts'
import { type Role, worksWithClients } from '../../../core/role.ts'

/** In which way people meet. */
export const appointmentKinds = ['visit', 'office', 'phone', 'video', 'talk', 'intake'] as const
export type AppointmentKind = (typeof appointmentKinds)[number]

/** When, how, where and with whom. */
export const appointmentForm = z.object({
  day: day(),
  time: time(),
  minutes: minutes(5, 480),
  kind: choice(appointmentKinds),
  place: text(200),
  person: idField<PersonId>(),
  about: text(500),
})
export type AppointmentForm = z.output<typeof appointmentForm>

/** For whom it does not go on, and why. */
export const cancellationForm = z.object({
  cancelledFor: choice(['client', 'team']),
  reason: text(500),
})
export type CancellationForm = z.output<typeof cancellationForm>

/** What is wrong with a plan that the form alone cannot know; null when nothing is. */
export function planProblem(
  form: AppointmentForm,
  today: Day,
  workers: { personId: string }[],
): { field: 'day' | 'person'; code: string } | null {
  if (form.day < today) return { field: 'day', code: 'date-in-past' }
  const isColleague = workers.some((worker) => worker.personId === form.person)
  return isColleague ? null : { field: 'person', code: 'choose-one' }
}

/** May a contact be written down about this appointment? From its day on, by who writes reports. */
export function canRecord(startsOn: Day, today: Day, role: Role): boolean {
  return startsOn <= today && worksWithClients(role)
}
