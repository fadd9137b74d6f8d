import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { seal, unseal } from '../../../platform/keys.ts'
import type { Problem } from '../rules/problem.ts'
import type { Line } from '../rules/table.ts'
import type { ImportId } from './batches.ts'

/** What a line turned out to be: its record as the reading in takes it, what is compared, and what is wrong. */
export type CheckedLine = {
  line: number
  record: object | null
  name: string | null
  birthDate: string | null
  bsnKey: Buffer | null
  key: Buffer | null
  problems: Problem[]
  blocked: boolean
}

/** Stages lines, sealed. */
export async function addLines(tx: Tx, id: ImportId, secret: string, lines: Line[]): Promise<void> {
  await tx
    .insertInto('imports.rows')
    .values(
      lines.map(({ line, cells }) => ({
        batch_id: id,
        line,
        raw: seal(secret, 'import', JSON.stringify(cells)),
      })),
    )
    .execute()
}

/** The cells of a staged line; none when it was emptied. */
export function openCells(secret: string, raw: Uint8Array | null): string[] {
  const text = raw && unseal(secret, 'import', raw)
  return text ? (JSON.parse(text) as string[]) : []
}

/** So many lines after this one. */
export async function listLines(
  tx: Tx,
  id: ImportId,
  secret: string,
  after: number,
  most: number,
): Promise<Line[]> {
  const rows = await tx
    .selectFrom('imports.rows')
    .select(['line', 'raw'])
    .where('batch_id', '=', id)
    .where('line', '>', after)
    .orderBy('line')
    .limit(most)
    .execute()
  return rows.map(({ line, raw }) => ({ line, cells: openCells(secret, raw) }))
}

/** The next lines that were not checked yet. */
export async function listUnchecked(tx: Tx, id: ImportId, secret: string, most: number): Promise<Line[]> {
  const rows = await tx
    .selectFrom('imports.rows')
    .select(['line', 'raw'])
    .where('batch_id', '=', id)
    .where('checked_at', 'is', null)
    .orderBy('line')
    .limit(most)
    .execute()
  return rows.map(({ line, raw }) => ({ line, cells: openCells(secret, raw) }))
}

/** Writes down what these lines turned out to be, in one statement. */
export async function saveChecked(tx: Tx, id: ImportId, lines: CheckedLine[]): Promise<void> {
  const rows = lines.map((line) => ({
    ...line,
    bsnKey: line.bsnKey?.toString('hex') ?? null,
    key: line.key?.toString('hex') ?? null,
  }))
  await sql`
    update imports.rows r set record = c.record, name = c.name, birth_date = c."birthDate", bsn_key = decode(c."bsnKey", 'hex'),
      key = decode(c.key, 'hex'), problems = c.problems, blocked = c.blocked, choice = null, checked_at = access.now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (line int, record jsonb, name text, "birthDate" date, "bsnKey" text,
      key text, problems jsonb, blocked boolean)
    where r.batch_id = ${id} and r.line = c.line`.execute(tx)
}

export type Choice = { line: number; choice: 'new' | 'same' | 'skip'; sameAs: string | null }

/** Keeps what a person chose for these lines; lines that cannot be read in stay as they are. */
export async function saveChoices(tx: Tx, id: ImportId, choices: Choice[]): Promise<void> {
  await sql`
    update imports.rows r set choice = c.choice, same_as = c."sameAs", chosen = true
    from jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) as c (line int, choice text, "sameAs" uuid)
    where r.batch_id = ${id} and r.line = c.line and not r.blocked and r.outcome is null
      and (c.choice <> 'same' or c."sameAs" = any (r.candidates))`.execute(tx)
}

/** Skips every line that still waits for a choice. */
export async function skipOpenLines(tx: Tx, id: ImportId): Promise<void> {
  await tx
    .updateTable('imports.rows')
    .set({ choice: 'skip', chosen: true })
    .where('batch_id', '=', id)
    .where('choice', 'is', null)
    .where('blocked', '=', false)
    .where('outcome', 'is', null)
    .execute()
}
