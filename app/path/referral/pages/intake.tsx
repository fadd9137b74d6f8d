import { writeDay } from '../../../core/day.ts'
import { emptyForm, type FormState, filledForm, parseForm, versionIn } from '../../../core/form.ts'
import { Stale } from '../../../core/outcome.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { BothVersions } from '../../../ui/diff.tsx'
import { DayField, Field, TextArea } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { writeIntakeReport } from '../acts/write-intake-report.ts'
import { type IntakeReportForm, intakeReportForm } from '../rules/step-forms.ts'
import type { Report } from '../store/story.ts'
import { texts } from '../texts.ts'
import { nothingMore, type Opened, openReferral, referralLink, stepView } from './step.tsx'

const questions = ['whatHappened', 'vulnerabilityAndStrength', 'whereTo', 'whatNeeded'] as const

/** The intake, from the person's own question: four recovery questions, written with the person. */
export async function get(c: Ctx): Promise<Response> {
  const [opened] = await openReferral(c, nothingMore)
  const { report } = opened.story
  return view(
    c,
    opened,
    report ? shown(report) : filledForm({ heldOn: writeDay(today()), together: 'with-client' }),
  )
}

export async function post(c: Ctx): Promise<Response> {
  const [opened] = await openReferral(c, nothingMore)
  const input = await typed(c)
  const form = parseForm(intakeReportForm, input)
  if (!form.ok) {
    c.status(422)
    return view(c, opened, form.state)
  }
  const version = input.version ? versionIn(input) : null
  try {
    await writeIntakeReport(asker(c), opened.of, form.value, { version, sign: input.do === 'sign' })
    return done(c, referralLink(opened), 'gedaan')
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    c.status(422)
    const [now] = await openReferral(c, nothingMore)
    return view(c, now, { input, errors: { '': 'stale' } }, form.value)
  }
}

function shown(report: Report): FormState {
  const { whatHappened, vulnerabilityAndStrength, whereTo, whatNeeded, together, relativePresent } = report
  return filledForm({
    heldOn: writeDay(report.heldOn),
    whatHappened,
    vulnerabilityAndStrength,
    whereTo,
    whatNeeded,
    together,
    relativePresent,
  })
}

function view(c: Ctx, opened: Opened, state: FormState, mine?: IntakeReportForm) {
  const { story } = opened
  const t = texts[c.var.lang].intake
  if (story.report?.signedAt) return stepView(c, opened, t.title, <Signed c={c} report={story.report} />)
  const together = Object.entries(t.togethers).map(([value, label]) => ({ value, label }))
  return stepView(
    c,
    opened,
    t.title,
    <>
      {story.ownQuestion && <OwnWords>{story.ownQuestion}</OwnWords>}
      {mine && story.report && <Both c={c} theirs={story.report} mine={mine} />}
      <Form state={state ?? emptyForm} words={t.errors} draft={`intake-${opened.of.referral}`}>
        <Hidden name="version" value={String(story.report?.version ?? '')} />
        {questions.map((name) => (
          <TextArea name={name} label={t.questions[name]} rows={5} optional own={name === 'whereTo'} />
        ))}
        <Radios name="together" legend={t.together} options={together} />
        <Field name="relativePresent" label={t.relativePresent} optional />
        <DayField name="heldOn" label={t.heldOn} />
        <Actions>
          <Button name="do" value="sign" icon="check">
            {t.sign}
          </Button>
          <Button kind="quiet" name="do" value="save">
            {t.save}
          </Button>
        </Actions>
      </Form>
    </>,
  )
}

function Both({ c, theirs, mine }: { c: Ctx; theirs: Report; mine: IntakeReportForm }) {
  const t = texts[c.var.lang].intake
  return (
    <>
      {questions
        .filter((name) => theirs[name] !== mine[name])
        .map((name) => (
          <section>
            <h2>{t.questions[name]}</h2>
            <BothVersions theirs={theirs[name]} mine={mine[name]} />
          </section>
        ))}
    </>
  )
}

function Signed({ c, report }: { c: Ctx; report: Report }) {
  const t = texts[c.var.lang].intake
  return (
    <>
      <Notice kind="success">{t.isSigned}</Notice>
      {questions.map((name) => (
        <section>
          <h2>{t.questions[name]}</h2>
          <p class="prose">{report[name] || t.nothingSaid}</p>
        </section>
      ))}
    </>
  )
}
