import { type FormState, filledForm, parseForm, versionIn, withError } from '../../../core/form.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { BothVersions } from '../../../ui/diff.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { answerPart } from '../acts/answer-part.ts'
import type { PartWords } from '../parts/part-words.ts'
import { wordsForm } from '../rules/plan-forms.ts'
import { texts } from '../texts.ts'
import { type Opened, openMyPlan } from './opened.ts'

/** One question of the plan, answered in own words. */
export async function get(c: Ctx): Promise<Response> {
  const opened = await openMyPlan(c)
  const part = partIn(c, opened)
  const answer = opened.plan.answers.get(part.key)
  return view(
    c,
    opened,
    part,
    filledForm({ body: answer?.body ?? '', version: String(answer?.version ?? 0) }),
  )
}

export async function post(c: Ctx): Promise<Response> {
  const opened = await openMyPlan(c)
  const part = partIn(c, opened)
  const input = await typed(c)
  const form = parseForm(wordsForm, input)
  if (!form.ok) return again(c, opened, part, form.state)
  const of = { client: opened.client.id, part: part.key, version: Math.max(versionIn(input), 0) }
  try {
    await answerPart(asker(c), of, form.value.body)
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    const now = await openMyPlan(c)
    const version = String(now.plan.answers.get(part.key)?.version ?? 0)
    return again(c, now, part, withError({ ...input, version }, 'body', 'stale'))
  }
  return done(c, link('portalPlan'), 'bewaard')
}

function again(c: Ctx, opened: Opened, part: PartWords, state: FormState) {
  c.status(422)
  return view(c, opened, part, state)
}

function partIn(c: Ctx, { parts }: Opened): PartWords {
  const part = parts.find(({ key }) => key === c.req.param('part'))
  if (!part) throw new NotFound('no such part')
  return part
}

function view(c: Ctx, { plan }: Opened, part: PartWords, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].mine
  return c.render(
    <>
      <p>
        <A href={link('portalPlan')}>{t.back}</A>
      </p>
      <PageHeading title={part.title} />
      <p>{part.question}</p>
      {state.errors.body === 'stale' && (
        <BothVersions
          level={2}
          theirs={<Lines text={plan.answers.get(part.key)?.body ?? ''} />}
          mine={<Lines text={String(state.input.body ?? '')} />}
          theirsLabel={t.theirs}
          mineLabel={t.yours}
        />
      )}
      <Form state={state} words={{ stale: t.stale }} draft={`plan-${part.key}`}>
        <Hidden name="version" value={String(state.input.version ?? 0)} />
        <TextArea own name="body" label={t.answer} rows={8} maxlength={8000} />
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
    </>,
    { title: part.title, current: 'portalPlan' },
  )
}
