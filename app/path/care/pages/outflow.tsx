import { addDays, type Day, writeDay } from '../../../core/day.ts'
import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { fullName } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx, done, me, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { DayField, TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { endAftercare } from '../acts/end-aftercare.ts'
import { leaveCare } from '../acts/leave-care.ts'
import { startAftercare } from '../acts/start-aftercare.ts'
import { lastDayForm } from '../rules/care-forms.ts'
import { destinations, outflowForm } from '../rules/outflow-form.ts'
import { openStay, type Period } from '../rules/stay.ts'
import { texts } from '../texts.ts'
import { BackToCare, careLink, type Opened, openOnly } from './opened.tsx'

/** Out of care: where to and why, with aftercare or without; and for who has aftercare, its end. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await openOnly(c), emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const opened = await openOnly(c)
  const stay = stayOf(c, opened)
  if (!stay) return done(c, careLink(opened))
  return stay.phase === 'aftercare' ? takeOver(c, opened, stay) : leave(c, opened, stay)
}

async function leave(c: Ctx, opened: Opened, stay: Period): Promise<Response> {
  const form = parseForm(outflowForm({ from: stay.from, today: today() }), await typed(c))
  if (!form.ok) return again(c, opened, form.state)
  if (form.value.aftercare === 'yes') {
    await startAftercare(asker(c), opened.client.id, stay.teamId, form.value)
    return done(c, careLink(opened), 'nazorg')
  }
  await leaveCare(asker(c), opened.client.id, stay.teamId, form.value)
  return goodbye(c)
}

async function takeOver(c: Ctx, opened: Opened, stay: Period): Promise<Response> {
  const form = parseForm(lastDayForm(bounds(stay)), await typed(c))
  if (!form.ok) return again(c, opened, form.state)
  await endAftercare(asker(c), opened.client.id, stay.teamId, form.value.lastDay)
  return goodbye(c)
}

// Aftercare that begins tomorrow can be taken over today.
function bounds(stay: Period): { from: Day; today: Day } {
  return { from: addDays(stay.from, -1), today: today() }
}

// The dossier closes behind whoever did this: the board says that it is done. Who has no board has a day.
function goodbye(c: Ctx): Response {
  return done(c, me(c).teams.length > 0 ? link('board') : link('day'), 'uit-zorg')
}

function stayOf(c: Ctx, { overview }: Opened): Period | undefined {
  return openStay(
    overview.periods,
    me(c).teams.map((team) => team.id),
  )
}

function again(c: Ctx, opened: Opened, state: FormState) {
  c.status(422)
  return view(c, opened, state)
}

function view(c: Ctx, opened: Opened, state: FormState) {
  const stay = stayOf(c, opened)
  const t = texts[c.var.lang]
  const title = stay?.phase === 'aftercare' ? t.takeover.title : t.outflow.title
  return c.render(
    <Stack narrow>
      <BackToCare c={c} opened={opened} />
      <PageHeading title={title} soft={fullName(opened.client)} />
      {!stay && <Notice kind="info">{t.outflow.notInCare}</Notice>}
      {stay?.phase === 'care' && <OutflowForm c={c} opened={opened} state={state} />}
      {stay?.phase === 'aftercare' && <TakeoverForm c={c} opened={opened} state={state} />}
    </Stack>,
    { title, current: 'clients' },
  )
}

type Shown = { c: Ctx; opened: Opened; state: FormState }

function OutflowForm({ c, opened, state }: Shown) {
  const t = texts[c.var.lang]
  const o = t.outflow
  return (
    <Form state={state} words={o.errors} draft={`uit-zorg-${opened.client.id}`}>
      <TextArea own name="ownWords" label={o.ownWords} hint={o.ownWordsHint} optional />
      <Radios
        name="destination"
        legend={o.destination}
        options={destinations.map((value) => ({ value, label: t.destinations[value] }))}
      />
      <TextArea name="reason" label={o.reason} rows={3} />
      <DayField name="leftOn" label={o.leftOn} value={writeDay(today())} />
      <Radios
        name="aftercare"
        legend={o.aftercare}
        options={[
          { value: 'yes', label: o.aftercareYes, hint: o.aftercareYesHint },
          { value: 'no', label: o.aftercareNo, hint: o.aftercareNoHint },
        ]}
      />
      <Actions>
        <Button>{o.submit}</Button>
      </Actions>
    </Form>
  )
}

function TakeoverForm({ c, opened, state }: Shown) {
  const { lang } = c.var
  const t = texts[lang]
  const [outflow] = opened.overview.outflows
  return (
    <Form state={state} words={t.takeover.errors}>
      {outflow && <p>{t.takeover.lead(t.destinations[outflow.destination], sayDay(outflow.leftOn, lang))}</p>}
      <Notice kind="warn">{t.takeover.warning}</Notice>
      <DayField name="lastDay" label={t.takeover.lastDay} value={writeDay(today())} />
      <Actions>
        <Button>{t.takeover.submit}</Button>
      </Actions>
    </Form>
  )
}
