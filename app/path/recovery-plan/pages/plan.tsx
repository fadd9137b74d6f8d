import { worksWithClients } from '../../../core/role.ts'
import { type Lang, sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { DossierHead, fullName } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { type Ctx, me } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Columns, Inline, Soft, Stack } from '../../../ui/layout.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { GoalWords, stepWords } from '../parts/goal-words.tsx'
import { ProposalBeside } from '../parts/proposal-beside.tsx'
import { StatementWords } from '../parts/statement-words.tsx'
import type { Goal } from '../rules/plan.ts'
import type { Proposal, Sentence } from '../rules/sentence.ts'
import { texts } from '../texts.ts'
import { type Opened, openPlan } from './opened.ts'

/** The client's plan: the client's words, with what was proposed beside them. */
export async function get(c: Ctx): Promise<Response> {
  const opened = await openPlan(c)
  const { client, plan, parts, agreement } = opened
  const { lang } = c.var
  const t = texts[lang].plan
  const said = texts[lang].said[c.req.query('gedaan') ?? '']
  return c.render(
    <Stack>
      <DossierHead
        lang={lang}
        client={client}
        today={today()}
        current="plan"
        stands={standing(agreement, lang)}
      />
      {said && <Notice kind="success">{said}</Notice>}
      <p class="soft">{t.lead(client.givenName || fullName(client))}</p>
      <Columns>
        <Stack>
          <h2>{t.words}</h2>
          {parts.map((part) => (
            <Card
              heading={part.title}
              level={3}
              kind="own"
              actions={proposeLink(c, client.id, { onderdeel: part.key })}
            >
              <Answer c={c} opened={opened} part={part.key} question={part.question} />
            </Card>
          ))}
        </Stack>
        <Stack>
          <Inline between>
            <h2>{t.goals}</h2>
            {mayPropose(c) && (
              <ButtonLink kind="plain" icon="plus" href={link('newProposal', { clientId: client.id })}>
                {t.proposeGoal}
              </ButtonLink>
            )}
          </Inline>
          {plan.goals.length === 0 && <p class="soft">{t.noGoals}</p>}
          {plan.proposals
            .filter(({ kind, entryId }) => kind === 'goal' && entryId === null)
            .map((proposal) => (
              <ProposalBeside proposal={proposal} lang={lang} clientId={client.id} mayRecord={mayRecord(c)} />
            ))}
          {plan.goals.map((goal) => (
            <GoalCard c={c} clientId={client.id} goal={goal} />
          ))}
          <Statements c={c} opened={opened} />
          {plan.ended.length > 0 && <h2>{t.ended}</h2>}
          {plan.ended.map((goal) => (
            <GoalCard c={c} clientId={client.id} goal={goal} />
          ))}
        </Stack>
      </Columns>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}

function mayPropose(c: Ctx): boolean {
  return worksWithClients(me(c).role)
}

function mayRecord(c: Ctx): boolean {
  return mayPropose(c) && me(c).role !== 'trainee'
}

function standing(agreement: Opened['agreement'], lang: Lang): string {
  const t = texts[lang].plan
  if (!agreement) return t.growing
  const day = sayDay(agreement.agreedOn, lang)
  return agreement.how === 'missing' ? t.missing(day, agreement.reason) : t.agreed(day)
}

function proposeLink(c: Ctx, clientId: string, what: Record<string, string>) {
  if (!mayPropose(c)) return null
  return (
    <ButtonLink kind="quiet" small href={link('newProposal', { clientId }, what)}>
      {texts[c.var.lang].plan.propose}
    </ButtonLink>
  )
}

type AnswerProps = { c: Ctx; opened: Opened; part: string; question: string }

function Answer({ c, opened: { plan, client }, part, question }: AnswerProps) {
  const { lang } = c.var
  const answer = plan.answers.get(part)
  return (
    <>
      {answer?.body ? (
        <OwnWords>
          <Lines text={answer.body} />
        </OwnWords>
      ) : (
        <p class="soft">{`${question} ${texts[lang].plan.empty}`}</p>
      )}
      {answer && <Talk sentence={answer} lang={lang} />}
      <Proposals
        c={c}
        clientId={client.id}
        proposals={plan.proposals.filter((one) => one.kind === 'words' && one.part === part)}
      />
    </>
  )
}

function Talk({ sentence: { talk }, lang }: { sentence: Sentence; lang: Lang }) {
  if (!talk) return null
  return (
    <p>
      <Soft>{texts[lang].plan.talk(sayDay(talk.talkedOn, lang), talk.by)}</Soft>
    </p>
  )
}

function Proposals({ c, clientId, proposals }: { c: Ctx; clientId: string; proposals: readonly Proposal[] }) {
  return (
    <>
      {proposals.map((proposal) => (
        <ProposalBeside proposal={proposal} lang={c.var.lang} clientId={clientId} mayRecord={mayRecord(c)} />
      ))}
    </>
  )
}

function GoalCard({
  c,
  clientId,
  goal: { goal, steps, proposals },
}: {
  c: Ctx
  clientId: string
  goal: Goal
}) {
  const { lang } = c.var
  const t = texts[lang].plan
  return (
    <Card
      heading={goal.body}
      level={3}
      kind="brand"
      actions={!goal.ending && proposeLink(c, clientId, { zin: goal.id })}
    >
      <Stack>
        <GoalWords goal={goal} ending={goal.ending} lang={lang} />
        <Talk sentence={goal} lang={lang} />
        {steps.length > 0 && (
          <ul>
            {steps.map((step) => (
              <li>
                {step.body} <Soft>{stepWords(step, lang)}</Soft>
                {step.ending && <Soft>{` · ${texts[lang].outcomes[step.ending.outcome]}`}</Soft>}
                <Talk sentence={step} lang={lang} />
              </li>
            ))}
          </ul>
        )}
        <Proposals c={c} clientId={clientId} proposals={proposals} />
        {!goal.ending && mayPropose(c) && (
          <p>
            <ButtonLink
              kind="quiet"
              small
              icon="plus"
              href={link('newProposal', { clientId }, { doel: goal.id })}
            >
              {t.proposeStep}
            </ButtonLink>
          </p>
        )}
      </Stack>
    </Card>
  )
}

function Statements({ c, opened: { client, statements } }: { c: Ctx; opened: Opened }) {
  const { lang } = c.var
  const t = texts[lang].statements
  if (!statements) return null
  return (
    <>
      <Inline between>
        <h2>{t.heading}</h2>
        <ButtonLink kind="plain" icon="pencil" href={link('newStatement', { clientId: client.id })}>
          {t.write}
        </ButtonLink>
      </Inline>
      {statements.length === 0 && <p class="soft">{t.none}</p>}
      {statements.map((statement) => (
        <Card heading={t.kinds[statement.kind]} level={3}>
          <StatementWords statement={statement} lang={lang} />
        </Card>
      ))}
    </>
  )
}
