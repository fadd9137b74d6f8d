import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Problem } from '../rules/problem.ts'
import type { ImportId } from './batches.ts'
import { openCells } from './lines.ts'

/** Which lines a page shows. */
export const previewParts = ['all', 'open', 'doubles', 'problems', 'blocked', 'seen'] as const
export type PreviewPart = (typeof previewParts)[number] | 'left'

/** How many lines stand where. */
export type Tally = {
  checked: number
  open: number
  fresh: number
  same: number
  skipped: number
  seen: number
  blocked: number
  problems: number
  doubles: number
  /** people of whom the region was not asked, because today's questions were used up */
  unasked: number
}
/** A client of the own team who may be the person of a line. */
export type Candidate = {
  id: ClientId
  givenName: string
  infix: string
  familyName: string
  birthDate: Day | null
}
export type PreviewLine = {
  line: number
  cells: string[]
  problems: Problem[]
  blocked: boolean
  twin: number | null
  seen: boolean
  known: boolean
  choice: 'new' | 'same' | 'skip' | null
  sameAs: ClientId | null
  outcome: string | null
  candidates: Candidate[]
}

/** How far an import is, in numbers; zeros when it is not one's own. */
export async function findTally(tx: Tx, id: ImportId): Promise<Tally> {
  const { rows } = await sql<Tally>`select * from imports.tally(${id})`.execute(tx)
  const none = {
    checked: 0,
    open: 0,
    fresh: 0,
    same: 0,
    skipped: 0,
    seen: 0,
    blocked: 0,
    problems: 0,
    doubles: 0,
    unasked: 0,
  }
  return rows[0] ?? none
}

/** A page of lines, with who is there already. */
export async function listPreview(
  tx: Tx,
  id: ImportId,
  secret: string,
  page: { part: PreviewPart; from: number; most: number },
): Promise<PreviewLine[]> {
  const { rows } = await sql<{
    line: number
    raw: Uint8Array | null
    problems: Problem[]
    blocked: boolean
    twin: number | null
    seen: boolean
    known: boolean
    choice: PreviewLine['choice']
    same_as: ClientId | null
    outcome: string | null
    candidates: Candidate[] | null
  }>`select * from imports.preview(${id}, ${page.part}, ${page.from}, ${page.most})`.execute(tx)
  return rows.map(({ raw, same_as, candidates, ...row }) => ({
    ...row,
    cells: openCells(secret, raw),
    sameAs: same_as,
    candidates: candidates ?? [],
  }))
}

/** Says again who is there already; gives the number of lines that wait for a choice. */
export async function matchLines(tx: Tx, id: ImportId): Promise<number> {
  const { rows } = await sql<{ open: number }>`select imports.match(${id}) as open`.execute(tx)
  return rows[0]?.open ?? 0
}

/** Who stayed when an import was undone; a name only where it is a client of the own list. */
export async function listLeft(tx: Tx, id: ImportId) {
  const { rows } = await sql<{
    line: number
    client_id: ClientId | null
    given_name: string | null
    infix: string | null
    family_name: string | null
  }>`select * from imports.left_in_place(${id})`.execute(tx)
  return rows.map((row) => ({
    line: row.line,
    clientId: row.client_id,
    givenName: row.given_name ?? '',
    infix: row.infix ?? '',
    familyName: row.family_name ?? '',
  }))
}

/** Takes back some people of an import; gives how many are still to do. */
export async function undoSome(tx: Tx, id: ImportId, most: number): Promise<number> {
  const { rows } = await sql<{ left: number }>`select imports.undo(${id}, ${most}) as left`.execute(tx)
  return rows[0]?.left ?? 0
}
