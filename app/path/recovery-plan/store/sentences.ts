import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import { type ClientId, newId } from '../../../core/id.ts'
import { mustChange, type Tx } from '../../../platform/database.ts'
import type { Content, EntryId, Outcome, SentenceKind } from '../rules/sentence.ts'

/** A sentence that is not there yet: what it is and where it stands. */
export type NewSentence = Content & { kind: SentenceKind; part?: string; goalId?: EntryId | null }

const section = (kind: SentenceKind) => (kind === 'sign' ? 'crisis' : 'plan')

function columnsOf({ body, why, recoveryKind, lifeArea, who, dueOn }: Content) {
  return { body, why, recovery_kind: recoveryKind, life_area: lifeArea, who, due_on: dueOn }
}

/** Adds a sentence after those of its kind; only the client's own session may. */
export async function addSentence(tx: Tx, client: ClientId, sentence: NewSentence): Promise<EntryId> {
  const { kind, part = '', goalId = null } = sentence
  const id = newId<EntryId>()
  const last = sql<number>`(select coalesce(max(o.position), 0) + 1 from recovery_plan.entries o
    where o.client_id = ${client} and o.kind = ${kind} and o.goal_id is not distinct from ${goalId}::uuid)`
  await tx
    .insertInto('recovery_plan.entries')
    .values({
      id,
      client_id: client,
      section: section(kind),
      kind,
      part,
      goal_id: goalId,
      position: last,
      ...columnsOf(sentence),
    })
    .execute()
  return id
}

/** Changes what a sentence says; Stale when it was changed since this version. */
export async function changeSentence(tx: Tx, id: EntryId, version: number, content: Content): Promise<void> {
  mustChange(
    await tx
      .updateTable('recovery_plan.entries')
      .set(columnsOf(content))
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

/** Gives sentences of one kind their order. */
export async function placeSentences(tx: Tx, ids: readonly EntryId[]): Promise<void> {
  await sql`update recovery_plan.entries e set position = o.position
    from unnest(${[...ids]}::uuid[]) with ordinality o(id, position)
    where e.id = o.id and e.position is distinct from o.position`.execute(tx)
}

/** Says how it went with a sentence, once. */
export async function endSentence(
  tx: Tx,
  { client, id, kind }: { client: ClientId; id: EntryId; kind: SentenceKind },
  { outcome, words, on }: { outcome: Outcome; words: string; on: Day },
): Promise<boolean> {
  const result = await tx
    .insertInto('recovery_plan.endings')
    .values({
      id: newId(),
      client_id: client,
      section: section(kind),
      entry_id: id,
      outcome,
      words,
      ended_on: on,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows !== 0n
}
