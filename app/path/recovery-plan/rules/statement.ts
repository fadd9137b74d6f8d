import { z } from 'zod'
import { choice, requiredText, text } from '../../../core/fields.ts'
import type { Id } from '../../../core/id.ts'

export type StatementId = Id<'statement'>

/** What we think is going on, the choice of treatment, risk; mandatory care apart (covenant 2.2g). */
export const statementKinds = ['picture', 'treatment', 'risk', 'mandatory'] as const
export type StatementKind = (typeof statementKinds)[number]

/** What the client says to a statement: agrees or not, and more. */
export type ClientAnswer = { agrees: boolean; body: string; at: Date }

/** What a practitioner wrote and signed beside the client's words. */
export type Statement = {
  id: StatementId
  kind: StatementKind
  body: string
  by: string
  signedAt: Date
  answers: ClientAnswer[]
}

/** A statement; writing it down signs it. */
export const statementForm = z.object({ kind: choice(statementKinds), body: requiredText(4000) })
export type StatementForm = z.output<typeof statementForm>

/** The client's answer; who disagrees need not say why. */
export const clientAnswerForm = z
  .object({ agrees: choice(['yes', 'no']), body: text(2000) })
  .transform(({ agrees, body }) => ({ agrees: agrees === 'yes', body }))

/** The latest of each kind, in the order of the kinds; earlier ones stay in the story of changes. */
export function latestOf(statements: readonly Statement[]): Statement[] {
  return statementKinds.flatMap((kind) => {
    const [last] = statements
      .filter((one) => one.kind === kind)
      .toSorted((a, b) => b.signedAt.getTime() - a.signedAt.getTime())
    return last ? [last] : []
  })
}
