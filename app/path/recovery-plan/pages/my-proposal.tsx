import { type FormState, filledForm, parseForm, versionIn, withError } from '../../../core/form.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx, done, idParam, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Soft } from '../../../ui/layout.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { type Answer, decideProposal } from '../acts/decide-proposal.ts'
import { GoalWords, stepWords } from '../parts/goal-words.tsx'
import { answerForm } from '../rules/plan-forms.ts'
import type { Proposal, ProposalId, Sentence } from '../rules/sentence.ts'
import { texts } from '../texts.ts'
import { openMyPlan } from './opened.ts'

type Shown = {
  client: Parameters<typeof decideProposal>[1]['client']
  proposal: Proposal
  sentence: Sentence | null
}

const said = { accepted: 'ja', changed: 'anders', declined: 'nee' }

/** What somebody of the team proposes, beside what the plan says: yes, differently, or no. */
export async function get(c: Ctx): Promise<Response> {
  const shown = await shownIn(c)
  const { proposal, sentence } = shown
  return view(c, shown, filledForm({ body: proposal.body, version: String(sentence?.version ?? 0) }))
}

export async function post(c: Ctx): Promise<Response> {
  const shown = await shownIn(c)
  const input = await typed(c)
  const form = parseForm(answerForm, input)
  if (!form.ok) return again(c, shown, form.state)
  const { answer: outcome, body, words } = form.value
  const answer: Answer = { outcome, body, words, version: versionIn(input) }
  try {
    await decideProposal(
      asker(c),
      { client: shown.client, proposal: shown.proposal.id, today: today() },
      answer,
    )
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    const now = await shownIn(c)
    const version = String(now.sentence?.version ?? 0)
    return again(c, now, withError({ ...input, version }, 'answer', 'stale'))
  }
  return done(c, link('portalPlan'), said[outcome])
}

function again(c: Ctx, shown: Shown, state: FormState) {
  c.status(422)
  return view(c, shown, state)
}

async function shownIn(c: Ctx): Promise<Shown> {
  const { client, plan, sentences } = await openMyPlan(c)
  const id = idParam<ProposalId>(c, 'proposalId')
  const proposal = plan.proposals.find((one) => one.id === id)
  if (!proposal) throw new NotFound('no such proposal, or decided already')
  const sentence = sentences.find((one) => one.id === proposal.entryId) ?? null
  return { client: client.id, proposal, sentence }
}

function view(c: Ctx, { proposal, sentence }: Shown, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].decide
  const mayWord = proposal.outcome === null
  return c.render(
    <>
      <p>
        <A href={link('portalPlan')}>{texts[lang].mine.back}</A>
      </p>
      <PageHeading title={t.title} soft={t.from(proposal.by, proposal.organisation)} />
      {sentence?.body ? (
        <Card heading={t.now} kind="own">
          <OwnWords>
            <Lines text={sentence.body} />
          </OwnWords>
        </Card>
      ) : (
        <p>{newWords(proposal, lang)}</p>
      )}
      <Card heading={t.proposed}>
        <Wanted proposal={proposal} lang={lang} />
        <p>
          <strong>{t.because}</strong> {proposal.reason}
        </p>
      </Card>
      <Form state={state} words={{ stale: texts[lang].mine.stale }}>
        <Hidden name="version" value={String(state.input.version ?? 0)} />
        <Radios
          name="answer"
          legend={t.question}
          options={[
            { value: 'accepted', label: t.accepted },
            ...(mayWord
              ? [
                  {
                    value: 'changed',
                    label: t.changed,
                    more: <TextArea own name="body" label={t.body} rows={4} maxlength={8000} />,
                  },
                ]
              : []),
            { value: 'declined', label: t.declined },
          ]}
        />
        <TextArea own name="words" label={t.words} optional rows={2} maxlength={1000} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </>,
    { title: t.title, current: 'portalPlan' },
  )
}

function Wanted({ proposal, lang }: { proposal: Proposal; lang: Lang }) {
  const { outcome, body } = proposal
  if (outcome) return <p>{texts[lang].decide.ending[outcome]}</p>
  return (
    <>
      <p>
        <Lines text={body} /> <Soft>{stepWords(proposal, lang)}</Soft>
      </p>
      <GoalWords goal={proposal} ending={null} lang={lang} />
    </>
  )
}

function newWords({ kind }: Proposal, lang: Lang): string {
  const t = texts[lang].decide
  if (kind === 'goal') return t.newGoal
  return kind === 'step' ? t.newStep : t.newWords
}
