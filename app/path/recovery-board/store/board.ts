import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { RecoveryPhase } from '../../instruments/door.ts'
import type { BoardLine } from '../rules/card.ts'

type Row = {
  client_id: ClientId
  given_name: string
  infix: string
  family_name: string
  care_phase: 'care' | 'aftercare'
  last_day: Day | null
  phase: RecoveryPhase | null
  phase_since: Day | null
  previous_phase: RecoveryPhase | null
  own_question: string | null
  last_contact_on: Day | null
  organisations: number
  shared: boolean
  ends_on: Day | null
  mine: boolean
  sees: string[]
}

/** Who is in care or aftercare with the opened team, the longest quiet first. */
export async function listBoard(tx: Tx): Promise<BoardLine[]> {
  const { rows } = await sql<Row>`select * from recovery_board.board()`.execute(tx)
  return rows.map((row) => ({
    clientId: row.client_id,
    givenName: row.given_name,
    infix: row.infix,
    familyName: row.family_name,
    carePhase: row.care_phase,
    lastDay: row.last_day,
    phase: row.phase,
    phaseSince: row.phase_since,
    previousPhase: row.previous_phase,
    ownQuestion: row.own_question,
    lastContactOn: row.last_contact_on,
    organisations: row.organisations,
    shared: row.shared,
    endsOn: row.ends_on,
    mine: row.mine,
    seesContacts: row.sees.includes('reports'),
    seesPhases: row.sees.includes('measures'),
  }))
}
