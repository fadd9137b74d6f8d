import { dayOf, momentAt } from '../../../core/day.ts'
import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import { sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { Address, fullName } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { type Ctx, me } from '../../../platform/web.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { Facts } from '../../../ui/definition.tsx'
import { BothVersions } from '../../../ui/diff.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Disclosure, Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Phone } from '../../../ui/phone.tsx'
import { AppointmentFields } from '../parts/appointment-fields.tsx'
import { cancelWords } from '../parts/cancel-words.ts'
import { FromReferral } from '../parts/from-referral.tsx'
import { appointmentWord } from '../parts/kind.ts'
import { recordLink } from '../parts/record-link.ts'
import { canRecord, changeForm } from '../rules/appointment-form.ts'
import type { Appointment } from '../store/appointments.ts'
import { texts } from '../texts.ts'
import { BackToClient, errorWords, type OpenedAppointment } from './opened.tsx'

type States = { move: FormState; cancel: FormState }

/** What was agreed; to move and to cancel as long as it goes on. */
export function appointmentPage(c: Ctx, opened: OpenedAppointment, states: States) {
  const { lang } = c.var
  const t = texts[lang].appointment
  const { client, appointment } = opened
  const title = t.title(appointmentWord(appointment.kind, lang))
  const said =
    (isIntake(appointment) && t.saidIntake[c.req.query('gedaan') ?? '']) ||
    t.said[c.req.query('gedaan') ?? '']
  return c.render(
    <Stack narrow>
      <BackToClient c={c} client={client} />
      <PageHeading title={title} soft={fullName(client)} />
      {said && !appointment.cancellation && <Notice kind="success">{said}</Notice>}
      {appointment.cancellation && <Cancelled c={c} appointment={appointment} />}
      <Card>
        <Agreed c={c} appointment={appointment} />
        <Reach c={c} opened={opened} />
      </Card>
      {appointment.cancellation ? (
        <Again c={c} appointment={appointment} />
      ) : (
        <>
          <Record c={c} appointment={appointment} />
          <Changes c={c} opened={opened} states={states} />
        </>
      )}
    </Stack>,
    { title, current: 'agenda' },
  )
}

// The contact form begins with what is known of the appointment, from its day on; who calls before it writes that down too.
// An intake has its own page.
function Record({ c, appointment }: { c: Ctx; appointment: Appointment }) {
  const isDone = canRecord(dayOf(appointment.startsAt), today(), me(c).role)
  const isOwnPage = isDone || isIntake(appointment)
  const href = isOwnPage ? recordLink(appointment) : link('newContact', { clientId: appointment.clientId })
  const t = texts[c.var.lang].appointment
  return (
    <Actions>
      <ButtonLink href={href} icon="pencil" kind={isDone ? 'main' : 'plain'}>
        {isIntake(appointment) ? t.holdIntake : t.record}
      </ButtonLink>
    </Actions>
  )
}

function Agreed({ c, appointment }: { c: Ctx; appointment: Appointment }) {
  const { lang } = c.var
  const t = texts[lang].appointment
  const facts = [
    { label: t.when, value: sayMoment(appointment.startsAt, lang) },
    { label: t.lasts, value: texts[lang].minutes(appointment.minutes) },
    { label: t.person, value: appointment.person },
    { label: t.place, value: appointment.place },
    { label: isIntake(appointment) ? texts[lang].form.alsoThere : t.about, value: appointment.about },
  ]
  return <Facts items={facts.filter((fact) => fact.value !== '')} />
}

// Only where identity is open; a secret address stays folded, as on the page of the client's own data.
function Reach({ c, opened: { reach } }: { c: Ctx; opened: OpenedAppointment }) {
  const { lang } = c.var
  const t = texts[lang].appointment
  const facts = [
    reach.address && { label: t.address, value: <Address lang={lang} address={reach.address} /> },
    reach.phone && { label: t.phone, value: <Phone number={reach.phone} /> },
  ].filter((fact) => fact !== null && fact !== '')
  return facts.length > 0 ? <Facts items={facts} /> : null
}

function Cancelled({ c, appointment }: { c: Ctx; appointment: Appointment }) {
  const { lang } = c.var
  const cancellation = appointment.cancellation
  if (!cancellation) return null
  return (
    <Notice kind="warn" title={texts[lang].appointment.cancelled} live>
      {cancelWords(cancellation, lang)}
    </Notice>
  )
}

// An intake is planned anew where its referral stands.
function Again({ c, appointment }: { c: Ctx; appointment: Appointment }) {
  if (isIntake(appointment)) return <FromReferral lang={c.var.lang} />
  return (
    <Actions>
      <ButtonLink href={link('newAppointment', { clientId: appointment.clientId })} icon="calendar">
        {texts[c.var.lang].appointment.again}
      </ButtonLink>
    </Actions>
  )
}

function Changes({ c, opened, states }: { c: Ctx; opened: OpenedAppointment; states: States }) {
  const { lang } = c.var
  const t = texts[lang].appointment
  const { appointment, workers } = opened
  const words = { ...errorWords(lang, workers, states.move), stale: t.stale }
  return (
    <>
      {states.move.errors[''] === 'stale' && <TwoPlans c={c} opened={opened} typed={states.move} />}
      <Disclosure summary={t.move} open={isWrong(states.move)}>
        <Form state={states.move} words={words} prefix="verzetten-">
          <Hidden name="what" value="move" />
          <Hidden name="despite" value={String(states.move.input.despite ?? '')} />
          <Hidden name="version" value={String(states.move.input.version ?? appointment.version)} />
          <AppointmentFields lang={lang} workers={workers} isIntake={isIntake(appointment)} />
          <Actions>
            <Button>{t.moveSubmit}</Button>
          </Actions>
        </Form>
      </Disclosure>
      <Disclosure summary={t.cancel} open={isWrong(states.cancel)}>
        <CancelForm c={c} state={states.cancel} />
      </Disclosure>
    </>
  )
}

function CancelForm({ c, state = emptyForm }: { c: Ctx; state: FormState }) {
  const t = texts[c.var.lang].appointment
  const { client, team } = t.cancelledForOptions
  return (
    <Form state={state} prefix="afzeggen-">
      <Hidden name="what" value="cancel" />
      <Radios
        name="cancelledFor"
        legend={t.cancelledFor}
        options={[
          { value: 'client', label: client },
          { value: 'team', label: team },
        ]}
        inline
      />
      <Field name="reason" label={t.reason} hint={t.reasonHint} optional width="full" maxlength={500} />
      <Actions>
        <Button kind="alarm">{t.cancelSubmit}</Button>
      </Actions>
    </Form>
  )
}

// What a colleague made of it beside what was typed here.
function TwoPlans({ c, opened, typed }: { c: Ctx; opened: OpenedAppointment; typed: FormState }) {
  const form = parseForm(changeForm(opened.appointment.kind), typed.input)
  if (!form.ok) return null
  const { day, time, person, ...rest } = form.value
  const name = opened.workers.find((worker) => worker.personId === person)?.name ?? ''
  const mine = { ...opened.appointment, ...rest, startsAt: momentAt(day, time), person: name }
  return (
    <BothVersions
      level={2}
      theirs={<Agreed c={c} appointment={opened.appointment} />}
      mine={<Agreed c={c} appointment={mine} />}
    />
  )
}

function isIntake({ kind }: Appointment): boolean {
  return kind === 'intake'
}

function isWrong(state: FormState): boolean {
  return Object.keys(state.errors).length > 0
}
