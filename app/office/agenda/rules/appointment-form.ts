import { z } from 'zod'
import { type Day, dayOf, momentAt } from '../../../core/day.ts'
import { choice, day, idField, minutes, requiredText, text, time } from '../../../core/fields.ts'
import type { PersonId } from '../../../core/id.ts'
import { type Role, worksWithClients } from '../../../core/role.ts'

/** In which way people meet, as one chooses it here. */
export const plannedKinds = ['visit', 'office', 'phone', 'video', 'talk'] as const
/** An intake is planned from its referral, and then moved and cancelled as any other appointment. */
export type AppointmentKind = (typeof plannedKinds)[number] | 'intake'

/** When, how, where and with whom. */
export const appointmentForm = z.object({
  day: day(),
  time: time(),
  minutes: minutes(5, 480),
  kind: choice(plannedKinds),
  place: text(200),
  person: idField<PersonId>(),
  about: text(500),
  despite: text(200).optional(),
})
/** `despite` is the choice that was warned about before; without it nobody is asked whether the worker is free. */
export type AppointmentForm = Omit<z.output<typeof appointmentForm>, 'kind'> & { kind: AppointmentKind }

/** The worker has something else at that moment. Whoever sends the same choice once more means it so. */
export class Taken extends Error {
  override name = 'Taken'
}
type Choice = Pick<AppointmentForm, 'day' | 'time' | 'minutes' | 'person' | 'despite'>

/** With whom and when, as one word: what a warning was about. */
export function choiceOf({ day, time, minutes, person }: Choice): string {
  return [day, time, minutes, person].join(' ')
}

/** Must the agenda be asked first whether the worker is free? */
export function mustAsk(form: Choice): boolean {
  return form.despite !== undefined && form.despite !== choiceOf(form)
}

/** Is this moment over, to the minute? */
export function hasPassed({ day, time }: Pick<Choice, 'day' | 'time'>, now: Date): boolean {
  return momentAt(day, time).getTime() <= now.getTime() - 60_000
}

// What an intake stays: its letter says where, and `about` tells who else will be there.
const intakeForm = appointmentForm.extend({
  kind: z.literal('intake').catch('intake'),
  minutes: minutes(10, 480),
  place: requiredText(200),
})

/** What can be changed of an appointment of this kind: nothing becomes an intake, and an intake stays one. */
export function changeForm(kind: AppointmentKind): z.ZodType<AppointmentForm> {
  return kind === 'intake' ? intakeForm : appointmentForm
}

/** For whom it does not go on, and why. */
export const cancellationForm = z.object({
  cancelledFor: choice(['client', 'team']),
  reason: text(500),
})
export type CancellationForm = z.output<typeof cancellationForm>

/** What made an appointment needless, where nobody cancelled it by hand. `care-ended` is the database's own word. */
export type CancelCause = 'planned-again' | 'already-held' | 'care-ended'

/** What is wrong with a plan that the form alone cannot know; null when nothing is. What stands may keep its moment. */
export function planProblem(
  form: AppointmentForm,
  { now, stands }: { now: Date; stands?: Date },
  workers: { personId: string }[],
): { field: 'day' | 'time' | 'person'; code: string } | null {
  const isKept = stands?.getTime() === momentAt(form.day, form.time).getTime()
  if (!isKept && form.day < dayOf(now)) return { field: 'day', code: 'date-in-past' }
  if (!isKept && hasPassed(form, now)) return { field: 'time', code: 'time-in-past' }
  const isColleague = workers.some((worker) => worker.personId === form.person)
  return isColleague ? null : { field: 'person', code: 'choose-one' }
}

/** May a contact be written down about this appointment? From its day on, by who writes reports. */
export function canRecord(startsOn: Day, today: Day, role: Role): boolean {
  return startsOn <= today && worksWithClients(role)
}
