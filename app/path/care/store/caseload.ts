import { sql } from 'kysely'
import type { OrganisationId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Together } from '../rules/caseload.ts'
import type { Destination } from '../rules/outflow-form.ts'
import type { Phase } from '../rules/stay.ts'

/** What the opened teams carry, as counts of people. */
export type Caseload = {
  phases: Record<Phase, number>
  /** in care or aftercare, by the organisations that take part together */
  together: Together[]
  /** who is in aftercare, by where they were referred */
  aftercare: Partial<Record<Destination, number>>
  /** who left care in the last six months, by where to; some of them are in aftercare still */
  outflow: Partial<Record<Destination, number>>
}

/** The caseload of the teams whose list was opened, in one statement. */
export async function findCaseload(tx: Tx): Promise<Caseload> {
  const { rows } = await sql<{ fact: string; keys: string[]; people: number }>`
    select * from care.caseload()`.execute(tx)
  const of = (fact: string) => rows.filter((row) => row.fact === fact)
  const counts = (fact: string) => Object.fromEntries(of(fact).map(({ keys, people }) => [keys[0], people]))
  return {
    phases: { referral: 0, care: 0, aftercare: 0, ...counts('phase') },
    together: of('together').map(({ keys, people }) => ({ organisations: keys as OrganisationId[], people })),
    aftercare: counts('aftercare'),
    outflow: counts('outflow'),
  }
}
