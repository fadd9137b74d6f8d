import { sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import { type Id, newId, type PersonId, type TeamId } from '../../../core/id.ts'
import type { Opening, Tx } from '../../../platform/database.ts'

export type ImportId = Id<'import'>
/** A value in a column that holds codes: which field, the value as written, how often, and its code once known. */
export type FoundValue = { field: string; value: string; count: number; code: string }
export type Counts = { created: number; same: number; skipped: number; blocked: number; seen: number }
/** One file that is read in for a team. */
export type Batch = {
  id: ImportId
  teamId: TeamId
  maker: PersonId
  madeBy: string
  fileName: string
  /** of a workbook: the sheet that was read, then the others */
  sheets: string[]
  headings: string[]
  lineCount: number
  columns: string[] | null
  found: FoundValue[] | null
  codes: FoundValue[] | null
  isMatched: boolean
  writtenAt: Date
  committed: (Counts & { committedAt: string }) | null
  undone: { undoneAt: string; finishedAt: string | null } | null
}

/** Opens a team for importing: its list, with what a comparison needs. */
export function forImport(team: TeamId): Opening {
  return { team, columns: ['identity', 'referral'], purpose: 'import' }
}

function batches(tx: Tx) {
  return tx
    .selectFrom('imports.batches as b')
    .innerJoin('staff.workers as w', 'w.id', 'b.maker')
    .select((eb) => [
      'b.id',
      'b.team_id',
      'b.maker',
      'w.given_name',
      'w.family_name',
      'b.file_name',
      'b.sheets',
      'b.headings',
      'b.line_count',
      'b.columns',
      'b.found',
      'b.codes',
      'b.matched_at',
      'b.written_at',
      jsonObjectFrom(
        eb
          .selectFrom('imports.commits as x')
          .whereRef('x.batch_id', '=', 'b.id')
          .select([
            'x.committed_at as committedAt',
            'x.created',
            'x.same',
            'x.skipped',
            'x.blocked',
            'x.seen',
          ]),
      ).as('committed'),
      jsonObjectFrom(
        eb
          .selectFrom('imports.undos as x')
          .whereRef('x.batch_id', '=', 'b.id')
          .select(['x.undone_at as undoneAt', 'x.finished_at as finishedAt']),
      ).as('undone'),
    ])
}

function batchOf(row: Awaited<ReturnType<ReturnType<typeof batches>['executeTakeFirstOrThrow']>>): Batch {
  return {
    id: row.id as ImportId,
    teamId: row.team_id as TeamId,
    maker: row.maker as PersonId,
    madeBy: `${row.given_name} ${row.family_name}`,
    fileName: row.file_name,
    sheets: row.sheets,
    headings: row.headings,
    lineCount: row.line_count,
    columns: row.columns as string[] | null,
    found: row.found as FoundValue[] | null,
    codes: row.codes as FoundValue[] | null,
    isMatched: row.matched_at !== null,
    writtenAt: new Date(row.written_at),
    committed: row.committed as unknown as Batch['committed'],
    undone: row.undone as unknown as Batch['undone'],
  }
}

/** Imports of a team, newest first. */
export async function listBatches(tx: Tx, team: TeamId): Promise<Batch[]> {
  const rows = await batches(tx).where('b.team_id', '=', team).orderBy('b.id', 'desc').limit(100).execute()
  return rows.map(batchOf)
}

/** One import; undefined when it is not there or not of one's team. */
export async function findBatch(tx: Tx, id: ImportId): Promise<Batch | undefined> {
  const row = await batches(tx).where('b.id', '=', id).executeTakeFirst()
  return row && batchOf(row)
}

/** The import of the same content for this team: one that was read in, or one's own that still waits. */
export async function findSameFile(
  tx: Tx,
  team: TeamId,
  sha256: Buffer,
  maker: PersonId,
): Promise<ImportId | null> {
  const row = await tx
    .selectFrom('imports.batches as b')
    .leftJoin('imports.commits as c', 'c.batch_id', 'b.id')
    .leftJoin('imports.undos as u', 'u.batch_id', 'b.id')
    .select('b.id')
    .where('b.team_id', '=', team)
    .where('b.sha256', '=', sha256)
    .where('u.batch_id', 'is', null)
    .where((eb) => eb.or([eb('c.batch_id', 'is not', null), eb('b.maker', '=', maker)]))
    .orderBy('c.batch_id')
    .limit(1)
    .executeTakeFirst()
  return (row?.id ?? null) as ImportId | null
}

export type NewBatch = {
  team: TeamId
  maker: PersonId
  fileName: string
  sha256: Buffer
  sheets: string[]
  headings: string[]
  lineCount: number
}

/** Makes an import whose lines follow. */
export async function addBatch(tx: Tx, batch: NewBatch): Promise<ImportId> {
  const id = newId<ImportId>()
  await tx
    .insertInto('imports.batches')
    .values({
      id,
      kind: 'tracking',
      team_id: batch.team,
      maker: batch.maker,
      file_name: batch.fileName,
      sha256: batch.sha256,
      sheets: batch.sheets,
      headings: batch.headings,
      line_count: batch.lineCount,
    })
    .execute()
  return id
}

/** What each column is, and which values then need a code. Lines that were checked are to be checked again. */
export async function setColumns(
  tx: Tx,
  id: ImportId,
  columns: string[],
  found: FoundValue[],
): Promise<void> {
  const codes = found.length === 0 ? '[]' : null
  await tx
    .updateTable('imports.batches')
    .set({ columns: JSON.stringify(columns), found: JSON.stringify(found), codes, matched_at: null })
    .where('id', '=', id)
    .execute()
  await uncheck(tx, id)
}

/** What the values mean. */
export async function setCodes(tx: Tx, id: ImportId, codes: FoundValue[]): Promise<void> {
  await tx
    .updateTable('imports.batches')
    .set({ codes: JSON.stringify(codes), matched_at: null })
    .where('id', '=', id)
    .execute()
  await uncheck(tx, id)
}

async function uncheck(tx: Tx, id: ImportId): Promise<void> {
  await tx
    .updateTable('imports.rows')
    .set({ checked_at: null, choice: null, same_as: null, chosen: false })
    .where('batch_id', '=', id)
    .where('checked_at', 'is not', null)
    .execute()
}

/** Throws away an import that was never read in. */
export async function discardBatch(tx: Tx, id: ImportId): Promise<void> {
  await sql`select imports.discard(${id})`.execute(tx)
}
