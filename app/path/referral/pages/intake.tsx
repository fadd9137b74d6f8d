import { writeDay } from '../../../core/day.ts'
import { type FormState, filledForm, parseForm, versionIn, withError } from '../../../core/form.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import { type Lang, sayDay, sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { Facts } from '../../../ui/definition.tsx'
import { DayField, Field, TextArea } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { writeIntakeReport } from '../acts/write-intake-report.ts'
import { type Said, Versions } from '../parts/versions.tsx'
import { isSame } from '../rules/same.ts'
import type { Report } from '../rules/step.ts'
import { type IntakeReportForm, intakeReportForm } from '../rules/step-forms.ts'
import { texts } from '../texts.ts'
import { boundsOf, nothingMore, type Opened, openReferral, referralLink, stepView } from './step.tsx'

const questions = ['whatHappened', 'vulnerabilityAndStrength', 'whereTo', 'whatNeeded'] as const

/** The intake, from the person's own question: four recovery questions, written with the person. */
export async function get(c: Ctx): Promise<Response> {
  const [opened] = await openReferral(c, nothingMore)
  const { report } = opened.story
  const start = { heldOn: writeDay(today()), version: '0' }
  return view(c, opened, filledForm(report ? inputOf(report) : start))
}

export async function post(c: Ctx): Promise<Response> {
  const [opened] = await openReferral(c, nothingMore)
  const input = await typed(c)
  // Only who signs must say how it was written; a draft was not shared yet.
  const said = input.do === 'sign' ? input : { together: 'not-yet', ...input }
  const form = parseForm(intakeReportForm(boundsOf(opened)), said)
  if (!form.ok) return again(c, opened, form.state)
  const sign = input.do === 'sign'
  try {
    await writeIntakeReport(asker(c), opened.of, form.value, { version: versionIn(input), sign })
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    return stale(c, input, form.value)
  }
  return done(c, referralLink(opened), 'gedaan')
}

// Somebody was first. The same words sent twice are done; of others both versions are shown.
async function stale(c: Ctx, input: FormState['input'], mine: IntakeReportForm): Promise<Response> {
  const [opened] = await openReferral(c, nothingMore)
  const { report } = opened.story
  const version = String(report?.version ?? 0)
  // Nothing changed since: then it was the gate that refused to write.
  if (!report || (input.version === version && !report.signedAt))
    throw new NotFound('this report is not writable')
  const theirs = wordsOf(report)
  const isDone = (report.signedAt !== null) === (input.do === 'sign')
  if (isDone && isSame(theirs, mine)) return done(c, referralLink(opened), 'gedaan')
  const { lang } = c.var
  const above = <Versions lang={lang} theirs={says(lang, theirs)} mine={says(lang, mine)} />
  const error = report.signedAt ? 'signed-meanwhile' : 'stale'
  return again(c, { ...opened, above }, withError({ ...input, version }, '', error))
}

async function again(c: Ctx, opened: Opened, state: FormState): Promise<Response> {
  c.status(422)
  return view(c, opened, state)
}

function wordsOf({ id, signedAt, signedBy, cosignedBy, version, ...value }: Report): IntakeReportForm {
  return value
}

function inputOf(report: Report): FormState['input'] {
  return { ...wordsOf(report), heldOn: writeDay(report.heldOn), version: String(report.version) }
}

function says(lang: Lang, report: IntakeReportForm): Said[] {
  const t = texts[lang].intake
  return [
    ...questions.map((name) => ({ label: t.questions[name], value: report[name] })),
    { label: t.together, value: t.togethers[report.together] },
    { label: t.relativePresent, value: report.relativePresent },
    { label: t.heldOn, value: writeDay(report.heldOn) },
  ]
}

function view(c: Ctx, opened: Opened, state: FormState) {
  const { story, of } = opened
  const t = texts[c.var.lang].intake
  if (story.report?.signedAt)
    return stepView(c, opened, t.title, <Signed c={c} report={story.report} state={state} />)
  const together = Object.entries(t.togethers).map(([value, label]) => ({ value, label }))
  return stepView(
    c,
    opened,
    t.title,
    <>
      {story.ownQuestion && <OwnWords>{story.ownQuestion}</OwnWords>}
      <Form
        state={state}
        words={{ ...texts[c.var.lang].step.errors, ...t.errors }}
        draft={`intake-${of.referral}`}
      >
        <Hidden name="version" value={String(state.input.version ?? 0)} />
        {questions.map((name) => (
          <TextArea name={name} label={t.questions[name]} rows={5} optional own={name === 'whereTo'} />
        ))}
        <Radios name="together" legend={t.together} options={together} />
        <Field name="relativePresent" label={t.relativePresent} optional />
        <p>
          {t.consent} <A href={link('consent', { clientId: of.client })}>{texts[c.var.lang].next.consent}</A>
        </p>
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

function Signed({ c, report, state }: { c: Ctx; report: Report; state: FormState }) {
  const t = texts[c.var.lang].intake
  const isLate = '' in state.errors
  const facts = [
    { label: t.heldOn, value: sayDay(report.heldOn, c.var.lang, 'long') },
    { label: t.signedBy, value: report.signedBy },
    { label: t.cosignedBy, value: report.cosignedBy },
    { label: t.signedOn, value: report.signedAt ? sayMoment(new Date(report.signedAt), c.var.lang) : '' },
    { label: t.together, value: t.togethers[report.together] },
    { label: t.relativePresent, value: report.relativePresent },
  ]
  return (
    <>
      <Notice kind={isLate ? 'warn' : 'success'}>{isLate ? t.errors['signed-meanwhile'] : t.isSigned}</Notice>
      <Facts items={facts.filter(({ value }) => value !== '')} />
      {questions.map((name) => (
        <section>
          <h2>{t.questions[name]}</h2>
          <p class="prose">{report[name] || t.nothingSaid}</p>
        </section>
      ))}
    </>
  )
}
