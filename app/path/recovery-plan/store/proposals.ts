import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import { type ClientId, newId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Content, EntryId, Outcome, ProposalId, SentenceKind } from '../rules/sentence.ts'

/** What a professional would write: a new sentence, or (with the version before the eyes) another wording or an ending. */
export type NewProposal = Content & {
  kind: SentenceKind
  part: string
  goalId: EntryId | null
  entry: { id: EntryId; version: number } | null
  outcome: Outcome | null
  reason: string
}

/** Puts a proposal beside the plan. */
export async function addProposal(tx: Tx, client: ClientId, proposal: NewProposal): Promise<ProposalId> {
  const { kind, part, goalId, entry, outcome, reason } = proposal
  const id = newId<ProposalId>()
  await tx
    .insertInto('recovery_plan.proposals')
    .values({
      id,
      client_id: client,
      section: kind === 'sign' ? 'crisis' : 'plan',
      entry_id: entry?.id ?? null,
      base_version: entry?.version ?? null,
      kind,
      part,
      goal_id: goalId,
      body: proposal.body,
      why: proposal.why,
      recovery_kind: proposal.recoveryKind,
      life_area: proposal.lifeArea,
      who: proposal.who,
      due_on: proposal.dueOn,
      outcome,
      reason,
    })
    .execute()
  return id
}

/** What the client, or the author who withdraws, makes of a proposal; false when it was decided before. */
export async function decide(
  tx: Tx,
  { client, proposal, kind }: { client: ClientId; proposal: ProposalId; kind: SentenceKind },
  decision: {
    outcome: 'accepted' | 'changed' | 'declined' | 'withdrawn'
    words: string
    entryId: EntryId | null
  },
): Promise<boolean> {
  const result = await tx
    .insertInto('recovery_plan.decisions')
    .values({
      id: newId(),
      client_id: client,
      section: kind === 'sign' ? 'crisis' : 'plan',
      proposal_id: proposal,
      outcome: decision.outcome,
      words: decision.words,
      entry_id: decision.entryId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows !== 0n
}

/** Both agreed in a talk on this day: the proposal counts. Stale when the client changed the sentence since, or decided. */
export async function agreeInTalk(
  tx: Tx,
  proposal: ProposalId,
  { talkedOn, words }: { talkedOn: Day; words: string },
): Promise<void> {
  await sql`select recovery_plan.agree_in_talk(${newId()}, ${proposal}, ${talkedOn}, ${words})`.execute(tx)
}

/** The client takes a talk back; false when that was done before. */
export async function takeBack(
  tx: Tx,
  client: ClientId,
  { decision, kind }: { decision: string; kind: SentenceKind },
): Promise<boolean> {
  const result = await tx
    .insertInto('recovery_plan.take_backs')
    .values({
      id: newId(),
      client_id: client,
      section: kind === 'sign' ? 'crisis' : 'plan',
      decision_id: decision,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows !== 0n
}
