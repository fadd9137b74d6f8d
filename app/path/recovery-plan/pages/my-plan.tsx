import { isId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Inline, Soft, Stack } from '../../../ui/layout.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { orderGoals } from '../acts/order-goals.ts'
import { sayItIsRight } from '../acts/say-it-is-right.ts'
import { takeBackTalk } from '../acts/take-back-talk.ts'
import { GoalWords } from '../parts/goal-words.tsx'
import { StatementWords } from '../parts/statement-words.tsx'
import type { Goal } from '../rules/plan.ts'
import type { EntryId, Sentence } from '../rules/sentence.ts'
import { texts } from '../texts.ts'
import { type Opened, openMyPlan } from './opened.ts'

/** The client's own plan, with what waits for a yes or no on top. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await openMyPlan(c))
}

/** Small things on the plan itself: the order of goals, taking a talk back, saying that it is right. */
export async function post(c: Ctx): Promise<Response> {
  const { client } = await openMyPlan(c)
  const input = await typed(c)
  const plan = link('portalPlan')
  if (input.do === 'right') {
    await sayItIsRight(asker(c), client.id, today())
    return done(c, plan, 'klopt')
  }
  const { entry } = input
  if (typeof entry !== 'string' || !isId(entry)) throw new NotFound('no such sentence')
  if (input.do === 'back') {
    await takeBackTalk(asker(c), { client: client.id, entry: entry as EntryId, on: today() })
    return done(c, plan, 'terug')
  }
  const way = input.do === 'up' ? 'up' : 'down'
  await orderGoals(asker(c), client.id, { goal: entry as EntryId, way })
  return done(c, plan)
}

function view(c: Ctx, opened: Opened) {
  const { lang } = c.var
  const t = texts[lang].mine
  const { plan, parts, agreement } = opened
  const said = texts[lang].mySaid[c.req.query('gedaan') ?? '']
  return c.render(
    <>
      <PageHeading title={t.title} />
      {said && <Notice kind="success">{said}</Notice>}
      <p>{t.lead}</p>
      <Waiting c={c} opened={opened} />
      <h2>{t.goals}</h2>
      {plan.goals.length === 0 && <p>{t.noGoals}</p>}
      {plan.goals.map((goal, index) => (
        <GoalCard c={c} goal={goal} place={{ first: index === 0, last: index === plan.goals.length - 1 }} />
      ))}
      <p>
        <ButtonLink icon="plus" href={link('portalNewGoal')}>
          {t.newGoal}
        </ButtonLink>
      </p>
      <h2>{t.words}</h2>
      {parts.map((part) => {
        const answer = plan.answers.get(part.key)
        return (
          <Card heading={part.title} level={3} kind="own">
            <p>
              {answer?.body ? <Lines text={answer.body} /> : <Soft>{`${part.question} ${t.empty}`}</Soft>}
            </p>
            {answer && <Talk c={c} sentence={answer} />}
            <p>
              <ButtonLink kind="quiet" icon="pencil" href={link('portalPart', { part: part.key })}>
                {answer?.body ? t.change : t.write}
              </ButtonLink>
            </p>
          </Card>
        )
      })}
      <FromPractitioner c={c} opened={opened} />
      {plan.ended.length > 0 && <h2>{t.ended}</h2>}
      {plan.ended.map(({ goal }) => (
        <Card heading={goal.body} level={3}>
          <GoalWords goal={goal} ending={goal.ending} lang={lang} />
        </Card>
      ))}
      <Card heading={t.agree} kind="own">
        <p>{agreement?.how === 'portal' ? t.agreed(sayDay(agreement.agreedOn, lang)) : t.agreeText}</p>
        <Form>
          <Hidden name="do" value="right" />
          <Button>{t.agree}</Button>
        </Form>
      </Card>
    </>,
    { title: t.title, current: 'portalPlan' },
  )
}

function Waiting({ c, opened: { plan } }: { c: Ctx; opened: Opened }) {
  const t = texts[c.var.lang].mine
  const [first] = plan.proposals
  if (!first) return null
  return (
    <Card heading={t.waiting(plan.proposals.length)} kind="brand">
      <p>
        <ButtonLink href={link('portalProposal', { proposalId: first.id })}>{t.look}</ButtonLink>
      </p>
    </Card>
  )
}

type GoalProps = { c: Ctx; goal: Goal; place: { first: boolean; last: boolean } }

function GoalCard({ c, goal: { goal, steps }, place }: GoalProps) {
  const { lang } = c.var
  const t = texts[lang].mine
  return (
    <Card heading={goal.body} level={3} kind="brand">
      <Stack>
        <GoalWords goal={goal} ending={null} lang={lang} />
        {steps.length > 0 && (
          <ul>
            {steps.map((step) => (
              <li>
                {step.body}
                <Talk c={c} sentence={step} />
              </li>
            ))}
          </ul>
        )}
        <Talk c={c} sentence={goal} />
        <Inline>
          <ButtonLink kind="quiet" href={link('portalGoal', { entryId: goal.id })}>
            {t.open}
          </ButtonLink>
          {!place.first && <Move c={c} goal={goal} way="up" />}
          {!place.last && <Move c={c} goal={goal} way="down" />}
        </Inline>
      </Stack>
    </Card>
  )
}

function Move({ c, goal, way }: { c: Ctx; goal: Sentence; way: 'up' | 'down' }) {
  const t = texts[c.var.lang].mine
  const unseen = way === 'up' ? t.moveUp(goal.body) : t.moveDown(goal.body)
  return (
    <Form prefix={`${way}-${goal.id}`}>
      <Hidden name="do" value={way} />
      <Hidden name="entry" value={goal.id} />
      <Button kind="plain" aria-label={unseen}>
        {t[way]}
      </Button>
    </Form>
  )
}

function Talk({ c, sentence: { id, talk } }: { c: Ctx; sentence: Sentence }) {
  const { lang } = c.var
  const t = texts[lang].mine
  if (!talk) return null
  return (
    <Form prefix={`back-${id}`}>
      <p>{t.talk(sayDay(talk.talkedOn, lang), talk.by)}</p>
      <Hidden name="do" value="back" />
      <Hidden name="entry" value={id} />
      <Button kind="quiet">{t.takeBack}</Button>
    </Form>
  )
}

function FromPractitioner({ c, opened: { statements } }: { c: Ctx; opened: Opened }) {
  const { lang } = c.var
  const t = texts[lang].statements
  if (!statements?.length) return null
  return (
    <>
      <h2>{t.myHeading}</h2>
      {statements.map((statement) => (
        <Card heading={t.mine[statement.kind]} level={3}>
          <StatementWords statement={statement} lang={lang} />
          <p>
            <ButtonLink kind="quiet" href={link('portalStatement', { statementId: statement.id })}>
              {t.react}
            </ButtonLink>
          </p>
        </Card>
      ))}
    </>
  )
}
