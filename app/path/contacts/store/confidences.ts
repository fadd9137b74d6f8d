import type { Day } from '../../../core/day.ts'
import type { ClientId, Id } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { ConfidenceForm } from '../rules/confidence-form.ts'

export type ConfidenceId = Id<'confidence'>
/** What somebody told in confidence, and who wrote it down. */
export type Confidence = {
  id: ConfidenceId
  toldOn: Day
  toldBy: string
  body: string
  writtenBy: string | null
}

/** Keeps what was told apart from the dossier; once under one id. */
export async function addConfidence(
  tx: Tx,
  { client, confidence }: { client: ClientId; confidence: ConfidenceId },
  form: ConfidenceForm,
): Promise<void> {
  await tx
    .insertInto('contacts.confidences')
    .values({
      id: confidence,
      client_id: client,
      told_on: form.toldOn,
      told_by: form.toldBy,
      body: form.body,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What was told in confidence about an opened client, newest first; none where that part is not open. */
export async function listConfidences(tx: Tx, client: ClientId): Promise<Confidence[]> {
  const rows = await tx
    .selectFrom('contacts.confidences as k')
    .leftJoin('staff.workers as w', 'w.id', 'k.written_by')
    .select((eb) => [
      'k.id',
      'k.told_on as toldOn',
      'k.told_by as toldBy',
      'k.body',
      eb.fn<string>('concat_ws', [eb.val(' '), 'w.given_name', 'w.family_name']).as('writtenBy'),
    ])
    .where('k.client_id', '=', client)
    .orderBy('k.told_on', 'desc')
    .orderBy('k.id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    id: row.id as ConfidenceId,
    toldOn: row.toldOn as Day,
    writtenBy: row.writtenBy || null,
  }))
}
