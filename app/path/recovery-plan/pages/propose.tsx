import { emptyForm, type FormState, filledForm, parseForm } from '../../../core/form.ts'
import { isId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { fullName } from '../../../people/clients/door.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { propose } from '../acts/propose.ts'
import { GoalFields, StepFields } from '../parts/content-fields.tsx'
import { type ProposedKind, proposalForm } from '../rules/plan-forms.ts'
import { blank, type EntryId, type Sentence } from '../rules/sentence.ts'
import { texts } from '../texts.ts'
import { type Opened, openPlan } from './opened.ts'

// About what: a sentence that is there, a part without an answer, a new goal, or a new step of a goal.
type Subject = {
  kind: ProposedKind
  part: string
  goalId: EntryId | null
  sentence: Sentence | null
  title: string
}

/** What somebody of the team would write, and why. */
export async function get(c: Ctx): Promise<Response> {
  const opened = await openPlan(c)
  const subject = subjectOf(c, opened)
  const { sentence } = subject
  return view(c, opened, subject, sentence ? filledForm(inputOf(sentence)) : emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const opened = await openPlan(c)
  const subject = subjectOf(c, opened)
  const form = parseForm(proposalForm(subject.kind), await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, opened, subject, form.state)
  }
  const { kind, part, goalId, sentence } = subject
  await propose(asker(c), opened.client.id, {
    ...blank,
    ...form.value,
    kind,
    part,
    goalId,
    entry: sentence && { id: sentence.id, version: sentence.version },
    outcome: null,
  })
  return done(c, link('plan', { clientId: opened.client.id }), 'voorstel')
}

function subjectOf(c: Ctx, { plan, sentences, parts }: Opened): Subject {
  const [zin, onderdeel, doel] = [c.req.query('zin'), c.req.query('onderdeel'), c.req.query('doel')]
  if (zin !== undefined) return about(isId(zin) ? sentences.find(({ id }) => id === zin) : undefined)
  const part = parts.find(({ key }) => key === onderdeel)
  if (part) {
    const sentence = plan.answers.get(part.key) ?? null
    return { kind: 'words', part: part.key, goalId: null, sentence, title: part.title }
  }
  if (onderdeel !== undefined) throw new NotFound('no such part')
  const goal = plan.goals.find((one) => one.goal.id === doel)?.goal
  if (goal) return { kind: 'step', part: '', goalId: goal.id, sentence: null, title: goal.body }
  if (doel !== undefined) throw new NotFound('no such goal')
  return { kind: 'goal', part: '', goalId: null, sentence: null, title: '' }
}

function about(sentence: Sentence | undefined): Subject {
  if (!sentence || sentence.ending || sentence.kind === 'sign') throw new NotFound('no such sentence')
  const { kind, part, goalId } = sentence
  return { kind, part, goalId, sentence, title: sentence.body }
}

function inputOf({ body, why, recoveryKind, lifeArea, who, dueOn }: Sentence): Record<string, string> {
  return {
    body,
    why,
    recoveryKind: recoveryKind ?? '',
    lifeArea: lifeArea ?? '',
    who,
    dueOn: dueOn ?? '',
  }
}

function view(c: Ctx, { client }: Opened, subject: Subject, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].propose
  const { kind, sentence } = subject
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('plan', { clientId: client.id })}>{texts[lang].plan.title}</A>
      </p>
      <PageHeading title={t.title} soft={[fullName(client), subject.title].filter(Boolean).join(' · ')} />
      <p>{t.lead(client.givenName || fullName(client))}</p>
      {sentence?.body && (
        <Card heading={t.now} kind="own">
          <OwnWords>
            <Lines text={sentence.body} />
          </OwnWords>
        </Card>
      )}
      <Form state={state} draft={`voorstel-${client.id}-${kind}`}>
        {kind === 'words' && <TextArea name="body" label={t.body} rows={6} maxlength={8000} />}
        {kind === 'goal' && (
          <GoalFields lang={lang} labels={{ body: t.body, why: t.why, kind: t.kind, area: t.area }} />
        )}
        {kind === 'step' && <StepFields labels={{ body: t.body, who: t.who, dueOn: t.dueOn }} />}
        <TextArea name="reason" label={t.reason} rows={2} maxlength={1000} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}
