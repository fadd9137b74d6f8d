import { sql } from 'kysely'
import { type ClientId, newId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Statement, StatementForm, StatementId } from '../rules/statement.ts'

type Row = Omit<Statement, 'answers' | 'signedAt'> & {
  signedAt: string
  answers: { agrees: boolean; body: string; at: string }[]
}

/** What practitioners wrote beside the words of a client, with what the client answered (oldest first), as JSON. */
export function statementsOf(client: ClientId) {
  return sql<
    Row[]
  >`coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'body', s.body, 'signedAt', s.signed_at,
      'by', coalesce((select concat_ws(' ', w.given_name, w.family_name) from staff.workers w where w.id = s.author_id), ''),
      'answers', coalesce((select jsonb_agg(jsonb_build_object('agrees', a.agrees, 'body', a.body, 'at', a.written_at) order by a.id)
        from recovery_plan.answers a where a.client_id = s.client_id and a.statement_id = s.id), '[]')))
    from recovery_plan.statements s where s.client_id = ${client}), '[]')`
}

/** The statements in what statementsOf gave. */
export function toStatements(rows: readonly Row[]): Statement[] {
  return rows.map((row) => ({
    ...row,
    signedAt: new Date(row.signedAt),
    answers: row.answers.map((one) => ({ ...one, at: new Date(one.at) })),
  }))
}

/** Adds a statement, signed by whoever acts. */
export async function addStatement(tx: Tx, client: ClientId, { kind, body }: StatementForm): Promise<void> {
  await tx
    .insertInto('recovery_plan.statements')
    .values({ id: newId(), client_id: client, kind, body })
    .execute()
}

/** Adds what the client says to a statement. */
export async function addClientAnswer(
  tx: Tx,
  { client, statement }: { client: ClientId; statement: StatementId },
  { agrees, body }: { agrees: boolean; body: string },
): Promise<void> {
  await tx
    .insertInto('recovery_plan.answers')
    .values({ id: newId(), client_id: client, statement_id: statement, agrees, body })
    .execute()
}
