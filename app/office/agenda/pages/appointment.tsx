import { emptyForm, type FormState, filledForm, parseForm, versionIn, withError } from '../../../core/form.ts'
import { Stale } from '../../../core/outcome.ts'
import { now } from '../../../platform/clock.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { cancelAppointment } from '../acts/cancel-appointment.ts'
import { moveAppointment } from '../acts/move-appointment.ts'
import { cancellationForm, changeForm, planProblem, Taken } from '../rules/appointment-form.ts'
import { appointmentPage } from './appointment-view.tsx'
import { appointmentLink, inputOf, type OpenedAppointment, openAppointment, warned } from './opened.tsx'

/** One appointment: what was agreed, to move and to cancel. */
export async function get(c: Ctx): Promise<Response> {
  const opened = await openAppointment(c)
  return appointmentPage(c, opened, { move: filledForm(inputOf(opened.appointment)), cancel: emptyForm })
}

export async function post(c: Ctx): Promise<Response> {
  const opened = await openAppointment(c)
  const input = await typed(c)
  if (opened.appointment.cancellation) return done(c, appointmentLink(opened.appointment))
  return input.what === 'cancel' ? cancel(c, opened, input) : move(c, opened, input)
}

async function cancel(c: Ctx, opened: OpenedAppointment, input: FormState['input']): Promise<Response> {
  const form = parseForm(cancellationForm, input)
  if (!form.ok) {
    c.status(422)
    return appointmentPage(c, opened, {
      move: filledForm(inputOf(opened.appointment)),
      cancel: form.state,
    })
  }
  const { client, appointment } = opened
  await cancelAppointment(asker(c), { client: client.id, appointment: appointment.id }, form.value)
  return done(c, appointmentLink(appointment), 'afgezegd')
}

async function move(c: Ctx, opened: OpenedAppointment, input: FormState['input']): Promise<Response> {
  const form = parseForm(changeForm(opened.appointment.kind), input)
  if (!form.ok) return refuse(c, opened, form.state)
  const moments = { now: now(), stands: opened.appointment.startsAt }
  const problem = planProblem(form.value, moments, opened.workers)
  if (problem) return refuse(c, opened, withError(input, problem.field, problem.code))
  const { client, appointment } = opened
  const of = { client: client.id, appointment: appointment.id, version: versionIn(input) }
  try {
    await moveAppointment(asker(c), of, form.value)
  } catch (error) {
    if (error instanceof Stale) return stale(c, input)
    if (error instanceof Taken) return refuse(c, opened, warned(input, form.value))
    throw error
  }
  return done(c, appointmentLink(appointment), 'veranderd')
}

// Both plans are shown; what is sent from there is made from the one now.
async function stale(c: Ctx, input: FormState['input']): Promise<Response> {
  const opened = await openAppointment(c)
  return refuse(c, opened, withError({ ...input, version: String(opened.appointment.version) }, '', 'stale'))
}

function refuse(c: Ctx, opened: OpenedAppointment, state: FormState) {
  c.status(422)
  return appointmentPage(c, opened, { move: state, cancel: emptyForm })
}
