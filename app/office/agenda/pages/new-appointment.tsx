import { type FormState, filledForm, parseForm, withError } from '../../../core/form.ts'
import { isId, newId } from '../../../core/id.ts'
import { fullName } from '../../../people/clients/door.ts'
import { now } from '../../../platform/clock.ts'
import { asker, type Ctx, done, me, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { planAppointment } from '../acts/plan-appointment.ts'
import { AppointmentFields } from '../parts/appointment-fields.tsx'
import { FromReferral } from '../parts/from-referral.tsx'
import { appointmentForm, planProblem, Taken } from '../rules/appointment-form.ts'
import type { AppointmentId } from '../store/appointments.ts'
import { texts } from '../texts.ts'
import { appointmentLink, BackToClient, errorWords, openPlanning, type Planning, warned } from './opened.tsx'

/** A new appointment of one client. */
export async function get(c: Ctx): Promise<Response> {
  const planning = await openPlanning(c)
  const isOneOfThem = planning.workers.some((worker) => worker.personId === me(c).personId)
  return view(c, planning, filledForm({ minutes: '60', person: isOneOfThem ? me(c).personId : '' }))
}

export async function post(c: Ctx): Promise<Response> {
  const planning = await openPlanning(c)
  const input = await typed(c)
  const form = parseForm(appointmentForm, input)
  if (!form.ok) return refuse(c, planning, form.state)
  const problem = planProblem(form.value, { now: now() }, planning.workers)
  if (problem) return refuse(c, planning, withError(input, problem.field, problem.code))
  const appointment = idOf(input)
  try {
    await planAppointment(asker(c), { client: planning.client.id, appointment }, form.value)
  } catch (error) {
    if (error instanceof Taken) return refuse(c, planning, warned({ ...input, appointment }, form.value))
    throw error
  }
  return done(c, appointmentLink({ id: appointment, clientId: planning.client.id }), 'gepland')
}

// The form carries the id of the appointment that it makes, so that a form that is sent twice makes one.
function idOf(input: FormState['input']): AppointmentId {
  const typedId = String(input.appointment ?? '')
  return isId(typedId) ? (typedId as AppointmentId) : newId<AppointmentId>()
}

function refuse(c: Ctx, planning: Planning, state: FormState) {
  c.status(422)
  return view(c, planning, state)
}

function view(c: Ctx, { client, workers }: Planning, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].form
  return c.render(
    <Stack narrow>
      <BackToClient c={c} client={client} />
      <PageHeading title={t.newTitle} soft={fullName(client)} />
      <FromReferral lang={lang} />
      <Form state={state} words={errorWords(lang, workers, state)} draft={`afspraak-${client.id}`}>
        <Hidden name="appointment" value={idOf(state.input)} />
        <Hidden name="despite" value={String(state.input.despite ?? '')} />
        <AppointmentFields lang={lang} workers={workers} />
        <Actions>
          <Button icon="calendar">{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.newTitle, current: 'agenda' },
  )
}
