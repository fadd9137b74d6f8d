import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import { type ClientId, newId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { PhaseTalk, RecoveryPhase } from '../rules/phase.ts'
import type { PhaseForm } from '../rules/phase-form.ts'

/** Talks about the phase of an opened client, newest first; none where "measures" is not open to whoever asks. */
export async function listPhases(tx: Tx, client: ClientId): Promise<PhaseTalk[]> {
  const rows = await tx
    .selectFrom('instruments.phases as p')
    .leftJoin('staff.workers as w', 'w.id', 'p.written_by')
    .select((eb) => [
      'p.id',
      'p.phase',
      'p.talked_on',
      'p.own_words',
      eb.fn<string>('concat_ws', [eb.val(' '), 'w.given_name', 'w.family_name']).as('by'),
    ])
    .where('p.client_id', '=', client)
    .orderBy('p.talked_on', 'desc')
    .orderBy('p.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    phase: row.phase as RecoveryPhase,
    talkedOn: row.talked_on as Day,
    ownWords: row.own_words,
    by: row.by || null,
  }))
}

/** True when the measures of this client are open in this request. */
export async function seesMeasures(tx: Tx, client: ClientId): Promise<boolean> {
  const { rows } = await sql<{ sees: boolean }>`
    select ${client} = any (access.opened('measures')) as sees`.execute(tx)
  return rows[0]?.sees ?? false
}

/** Writes down a talk about the phase. */
export async function addPhase(tx: Tx, client: ClientId, form: PhaseForm): Promise<void> {
  const { phase, talkedOn, ownWords } = form
  await tx
    .insertInto('instruments.phases')
    .values({ id: newId(), client_id: client, phase, talked_on: talkedOn, own_words: ownWords })
    .execute()
}
