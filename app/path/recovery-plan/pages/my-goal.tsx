import { emptyForm, type FormState, filledForm, parseForm, versionIn, withError } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx, done, idParam, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Soft } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { endSentence } from '../acts/end-sentence.ts'
import { setGoal } from '../acts/set-goal.ts'
import { setStep } from '../acts/set-step.ts'
import { GoalFields, StepFields } from '../parts/content-fields.tsx'
import { stepWords } from '../parts/goal-words.tsx'
import type { Goal } from '../rules/plan.ts'
import { endingForm, goalForm, stepForm } from '../rules/plan-forms.ts'
import { type EntryId, outcomes } from '../rules/sentence.ts'
import { texts } from '../texts.ts'
import { openMyPlan } from './opened.ts'

type Which = 'goal' | 'step' | 'ending'
type Shown = { client: ClientId; goal: Goal | null }

/** A goal of the client: what and why, the steps, and how it went; or a new one. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await shownIn(c), 'goal', null)
}

export async function post(c: Ctx): Promise<Response> {
  const shown = await shownIn(c)
  const input = await typed(c)
  const which: Which = input.do === 'step' || input.do === 'ending' ? input.do : 'goal'
  if (which !== 'goal' && !shown.goal) throw new NotFound('a goal that is not there yet has no steps')
  const state = await carryOut(c, shown, which, input)
  if (state) {
    c.status(422)
    return view(c, await shownIn(c), which, state)
  }
  const goal = which === 'step' ? shown.goal : null
  return done(c, goal ? link('portalGoal', { entryId: goal.goal.id }) : link('portalPlan'), 'bewaard')
}

// What is wrong with what was sent; null when it was done.
async function carryOut(c: Ctx, { client, goal }: Shown, which: Which, input: FormState['input']) {
  try {
    if (which === 'goal') return await saveGoal(c, client, goal, input)
    if (which === 'step') return await saveStep(c, client, goal, input)
    return await end(c, client, goal, input)
  } catch (error) {
    if (error instanceof Stale) return withError(input, which === 'ending' ? 'outcome' : 'body', 'stale')
    throw error
  }
}

async function saveGoal(c: Ctx, client: ClientId, goal: Goal | null, input: FormState['input']) {
  const form = parseForm(goalForm, input)
  if (!form.ok) return form.state
  const of = goal && { id: goal.goal.id, version: versionIn(input) }
  await setGoal(asker(c), { client, goal: of }, form.value)
  return null
}

async function saveStep(c: Ctx, client: ClientId, goal: Goal | null, input: FormState['input']) {
  const form = parseForm(stepForm, input)
  if (!form.ok || !goal) return form.ok ? null : form.state
  await setStep(asker(c), { client, goal: goal.goal.id, step: null }, form.value)
  return null
}

async function end(c: Ctx, client: ClientId, goal: Goal | null, input: FormState['input']) {
  const form = parseForm(endingForm, input)
  if (!form.ok || !goal) return form.ok ? null : form.state
  const { id, kind } = goal.goal
  await endSentence(asker(c), { client, id, kind }, { ...form.value, on: today() })
  return null
}

async function shownIn(c: Ctx): Promise<Shown> {
  const { client, plan } = await openMyPlan(c)
  if (!c.req.param('entryId')) return { client: client.id, goal: null }
  const id = idParam<EntryId>(c, 'entryId')
  const goal = plan.goals.find((one) => one.goal.id === id)
  if (!goal) throw new NotFound('no such goal')
  return { client: client.id, goal }
}

function inputOf({ goal }: Goal): Record<string, string> {
  const { body, why, recoveryKind, lifeArea, version } = goal
  return { body, why, recoveryKind: recoveryKind ?? '', lifeArea: lifeArea ?? '', version: String(version) }
}

function view(c: Ctx, { goal }: Shown, which: Which, state: FormState | null) {
  const { lang } = c.var
  const t = texts[lang].mine
  const title = goal?.goal.body ?? t.newGoal
  const said = texts[lang].mySaid[c.req.query('gedaan') ?? '']
  const stateOf = (one: Which) =>
    (one === which ? state : null) ?? (one === 'goal' && goal ? filledForm(inputOf(goal)) : emptyForm)
  const words = { stale: t.stale, ...t.errors }
  return c.render(
    <>
      <p>
        <A href={link('portalPlan')}>{t.back}</A>
      </p>
      <PageHeading title={title} />
      {said && <Notice kind="success">{said}</Notice>}
      {goal && <Steps c={c} goal={goal} state={stateOf('step')} />}
      <Form state={stateOf('goal')} words={words} draft={`doel-${goal?.goal.id ?? 'nieuw'}`}>
        <Hidden name="version" value={String(goal?.goal.version ?? 0)} />
        <GoalFields
          own
          lang={lang}
          labels={{ body: t.goal, hint: t.goalHint, why: t.why, kind: t.kind, area: t.area }}
        />
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
      {goal && (
        <Card heading={t.end}>
          <Form state={stateOf('ending')} words={words} prefix="ending">
            <Hidden name="do" value="ending" />
            <p>{t.endLead}</p>
            <Radios
              name="outcome"
              legend={t.endQuestion}
              options={outcomes.map((code) => ({ value: code, label: t.outcomes[code] }))}
            />
            <TextArea own name="words" label={t.endWords} optional rows={2} maxlength={2000} />
            <Actions>
              <Button kind="quiet">{t.endSubmit}</Button>
            </Actions>
          </Form>
        </Card>
      )}
    </>,
    { title, current: 'portalPlan' },
  )
}

function Steps({ c, goal, state }: { c: Ctx; goal: Goal; state: FormState }) {
  const { lang } = c.var
  const t = texts[lang].mine
  return (
    <Card heading={t.steps} kind="own">
      {goal.steps.length === 0 && <p>{t.noSteps}</p>}
      <ul>
        {goal.steps.map((step) => (
          <li>
            {step.body} <Soft>{stepWords(step, lang)}</Soft>
          </li>
        ))}
      </ul>
      <Form state={state} words={{ stale: t.stale }} prefix="step" draft={`stap-${goal.goal.id}`}>
        <Hidden name="do" value="step" />
        <StepFields own labels={{ body: t.step, who: t.who, whoHint: t.whoHint, dueOn: t.dueOn }} />
        <Actions>
          <Button>{t.addStep}</Button>
        </Actions>
      </Form>
    </Card>
  )
}
