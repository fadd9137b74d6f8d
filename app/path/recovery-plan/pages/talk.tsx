import { writeDay } from '../../../core/day.ts'
import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { fullName } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx, done, idParam, me, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { DayField, TextArea } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { agreeInTalk } from '../acts/agree-in-talk.ts'
import { withdrawProposal } from '../acts/withdraw-proposal.ts'
import { ProposalBeside } from '../parts/proposal-beside.tsx'
import { talkForm } from '../rules/plan-forms.ts'
import type { Proposal, ProposalId } from '../rules/sentence.ts'
import { texts } from '../texts.ts'
import { type Opened, openPlan } from './opened.ts'

/** A proposal: agreed in a talk on a day, or withdrawn by who made it. */
export async function get(c: Ctx): Promise<Response> {
  const opened = await openPlan(c)
  return view(c, opened, proposalIn(c, opened), emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const opened = await openPlan(c)
  const proposal = proposalIn(c, opened)
  const input = await typed(c)
  const of = { client: opened.client.id, proposal: proposal.id }
  const back = link('plan', { clientId: opened.client.id })
  if (input.do === 'withdraw') {
    await withdrawProposal(asker(c), of)
    return done(c, back, 'ingetrokken')
  }
  const form = parseForm(talkForm(today()), input)
  if (!form.ok) return again(c, opened, proposal, form.state)
  try {
    await agreeInTalk(asker(c), of, form.value)
  } catch (error) {
    if (error instanceof Stale) return again(c, opened, proposal, withError(input, 'talkedOn', 'stale'))
    throw error
  }
  return done(c, back, 'besproken')
}

function again(c: Ctx, opened: Opened, proposal: Proposal, state: FormState) {
  c.status(422)
  return view(c, opened, proposal, state)
}

function proposalIn(c: Ctx, { plan }: Opened): Proposal {
  const id = idParam<ProposalId>(c, 'proposalId')
  const proposal = plan.proposals.find((one) => one.id === id)
  if (!proposal) throw new NotFound('no such proposal, or decided already')
  return proposal
}

function view(c: Ctx, { client }: Opened, proposal: Proposal, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].talk
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('plan', { clientId: client.id })}>{texts[lang].plan.title}</A>
      </p>
      <PageHeading title={t.title} soft={fullName(client)} />
      <ProposalBeside
        proposal={{ ...proposal, isMine: false }}
        lang={lang}
        clientId={client.id}
        mayRecord={false}
      />
      {me(c).role !== 'trainee' && (
        <Form state={state} words={{ stale: t.stale }}>
          <p>{t.lead(client.givenName || fullName(client))}</p>
          <DayField name="talkedOn" label={t.talkedOn} value={writeDay(today())} />
          <TextArea own name="words" label={t.words} optional rows={2} maxlength={1000} />
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      )}
      {proposal.isMine && (
        <Form>
          <Hidden name="do" value="withdraw" />
          <Actions>
            <Button kind="quiet">{texts[lang].plan.withdraw}</Button>
          </Actions>
        </Form>
      )}
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}
