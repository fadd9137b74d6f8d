import { type Day, writeDay } from '../../../core/day.ts'
import type { Beside } from './beside-form.ts'

/** A card as the form starts with it. */
export type BesideInput = Record<string, string> & { what: Beside['what']; name: string }

type Reach = { name: string; phone: string; email: string; from: Day | null; until: Day | null }
type Relative = Reach & { relation: string; mayKnow: string; callInCrisis: boolean }
type Representative = Reach & { kind: string; scope: string }

/** What is known of a relative or representative, as the form fields that start filled in. */
export function inputOfBeside(row: Relative | Representative): BesideInput {
  const { name, phone, email, from, until } = row
  const reach = { name, phone, email, from: from ? writeDay(from) : '', until: until ? writeDay(until) : '' }
  if ('kind' in row) return { what: 'representative', ...reach, kind: row.kind, scope: row.scope }
  const { relation, mayKnow, callInCrisis } = row
  return { what: 'relative', ...reach, relation, mayKnow, callInCrisis: callInCrisis ? 'ja' : '' }
}
