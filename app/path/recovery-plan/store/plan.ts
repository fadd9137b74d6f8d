import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { EntryId, Proposal, Sentence, Talk } from '../rules/sentence.ts'
import type { Statement } from '../rules/statement.ts'
import { type Part, templateForm } from '../rules/template.ts'
import { statementsOf, toStatements } from './statements.ts'

/** The last agreement: when, how, and why it is missing. */
export type Agreement = {
  id: string
  agreedOn: Day
  how: 'portal' | 'talk' | 'missing'
  reason: string
  by: string
}

const content = sql`e.body, e.why, e.recovery_kind as "recoveryKind", e.life_area as "lifeArea", e.who, e.due_on as "dueOn"`
const name = (id: string) =>
  sql`coalesce((select concat_ws(' ', w.given_name, w.family_name) from staff.workers w where w.id = ${sql.ref(id)}), '')`

type Row = Omit<Sentence, 'at' | 'remarks'> & {
  at: Date
  remarks: (Omit<Sentence['remarks'][number], 'at'> & { at: string })[]
}

/** The sentences of an opened client, with how they ended, remarks, and the talk that made them say what they say. */
export async function listSentences(tx: Tx, client: ClientId): Promise<Sentence[]> {
  const { rows } = await sql<Row>`
    select e.id, e.kind, e.part, e.goal_id as "goalId", e.position, e.version, e.written_at as at, ${content},
      (select jsonb_build_object('outcome', n.outcome, 'words', n.words, 'endedOn', n.ended_on) from recovery_plan.endings n
        where n.client_id = e.client_id and n.entry_id = e.id) as ending,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'body', r.body, 'role', r.author_role, 'at', r.written_at,
          'by', ${name('r.author_id')}) order by r.id)
        from recovery_plan.remarks r where r.client_id = e.client_id and r.entry_id = e.id), '[]') as remarks,
      (select jsonb_build_object('decisionId', d.id, 'talkedOn', d.talked_on, 'before', case when d.before is not null then jsonb_build_object(
          'body', d.before ->> 'body', 'why', d.before ->> 'why', 'recoveryKind', d.before ->> 'recovery_kind', 'lifeArea', d.before ->> 'life_area',
          'who', d.before ->> 'who', 'dueOn', d.before ->> 'due_on') end, 'by', ${name('d.written_by')})
        from recovery_plan.decisions d join recovery_plan.proposals p on p.id = d.proposal_id and p.client_id = d.client_id
        where d.client_id = e.client_id and d.entry_id = e.id and d.talked_on is not null
          and (p.body, p.why, p.who) = (e.body, e.why, e.who) and p.due_on is not distinct from e.due_on
          and not exists (select from recovery_plan.take_backs b where b.client_id = d.client_id and b.decision_id = d.id)
        order by d.id desc limit 1) as talk
    from recovery_plan.entries e where e.client_id = ${client}`.execute(tx)
  return rows.map((row) => ({
    ...row,
    talk: row.talk as Talk | null,
    remarks: row.remarks.map((remark) => ({ ...remark, at: new Date(remark.at) })),
  }))
}

/** The client's answer to a part, of now or of the latest time that is open. */
export async function findAnswer(
  tx: Tx,
  client: ClientId,
  part: string,
): Promise<{ id: EntryId; body: string; version: number } | undefined> {
  const { rows } = await sql<{ id: EntryId; body: string; version: number }>`
    select e.id, e.body, e.version from recovery_plan.entries e
    where e.client_id = ${client} and e.kind = 'words' and e.part = ${part} order by e.written_at desc limit 1`.execute(
    tx,
  )
  return rows[0]
}

/** What is proposed to an opened client and not decided yet. */
export async function listProposals(tx: Tx, client: ClientId): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    select e.id, e.entry_id as "entryId", e.base_version as "baseVersion", e.kind, e.part, e.goal_id as "goalId", e.outcome, e.reason,
      e.written_at as at, ${content}, ${name('e.author_id')} as by, coalesce(o.name, '') as organisation,
      e.author_id = (select access.actor()) as "isMine"
    from recovery_plan.proposals e left join staff.organisations o on o.id = e.organisation_id
    where e.client_id = ${client}
      and not exists (select from recovery_plan.decisions d where d.client_id = e.client_id and d.proposal_id = e.id)`.execute(
    tx,
  )
  return rows
}

/** What stands around the sentences: is the plan open to whoever asks, the region's own form, the last word about agreement, what practitioners wrote. */
export type Around = {
  isOpen: boolean
  template: Part[] | undefined
  agreement: Agreement | null
  /** null where they are not open */
  statements: Statement[] | null
}

type AroundRow = {
  isOpen: boolean
  template: unknown
  agreement: Agreement | null
  statements: Parameters<typeof toStatements>[0] | null
}

/** Of an opened client, in one statement. */
export async function findAround(tx: Tx, client: ClientId): Promise<Around> {
  const { rows } = await sql<AroundRow>`
    select ${client} = any ((select access.opened('plan'))::uuid[]) as "isOpen",
      (select t.parts from recovery_plan.templates t order by t.number desc limit 1) as template,
      (select jsonb_build_object('id', a.id, 'agreedOn', a.agreed_on, 'how', a.how, 'reason', a.reason, 'by', ${name('a.written_by')})
        from recovery_plan.agreements a where a.client_id = ${client} order by a.agreed_on desc, a.id desc limit 1) as agreement,
      case when ${client} = any ((select access.opened('treatment'))::uuid[]) then ${statementsOf(client)} end as statements`.execute(
    tx,
  )
  const [row] = rows
  return {
    isOpen: row?.isOpen ?? false,
    template: row?.template ? templateForm.parse(row.template) : undefined,
    agreement: row?.agreement ?? null,
    statements: row?.statements ? toStatements(row.statements) : null,
  }
}
