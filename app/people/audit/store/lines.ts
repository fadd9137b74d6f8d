import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import type { PersonId } from '../../../core/id.ts'
import type { Lang } from '../../../core/texts.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Line } from '../rules/line.ts'
import type { LogFilter } from '../rules/log-filter.ts'

type Row = {
  id: string
  moment: Date
  written_at: Date
  event: Line['event']
  action: Line['action']
  granted: boolean
  person_id: string
  person: string | null
  function_nl: string | null
  function_en: string | null
  role: string
  organisation: string | null
  client_id: string | null
  team: string | null
  sections: string[]
  basis: string[]
  purpose: string
  reason: string | null
  query: string | null
  session_id: string
  device: string | null
}

/** Lines of the own organisation for a committed line that the log is read, newest first; at most 200 of them. */
export async function listLines(tx: Tx, filter: LogFilter, limit: number, lang: Lang): Promise<Line[]> {
  const { from, until, which, person, client, before } = filter
  const { rows } = await sql<Row>`
    select * from audit.lines(${from}, ${until}, ${which}, ${person}, ${client}, ${before}, ${limit})`.execute(
    tx,
  )
  return rows.map((row) => toLine(row, lang))
}

/** The same lines to take out of the house, once the export has its own committed line; at most 20,001. */
export async function listExport(tx: Tx, filter: LogFilter, lang: Lang): Promise<Line[]> {
  const { from, until, which, person, client } = filter
  const { rows } = await sql<Row>`
    select * from audit.exported(${from}, ${until}, ${which}, ${person}, ${client}, 20001)`.execute(tx)
  return rows.map((row) => toLine(row, lang))
}

/** Writes in the log that these days of it leave the house. */
export async function noteExport(tx: Tx, { from, until }: { from: Day; until: Day }): Promise<void> {
  await sql`select audit.note_export(${from}, ${until})`.execute(tx)
}

/** Who is in the log of these days, by name. */
export async function listPeople(tx: Tx, from: Day, until: Day): Promise<{ id: PersonId; name: string }[]> {
  const { rows } = await sql<{ person_id: PersonId; person: string | null }>`
    select * from audit.people(${from}, ${until})`.execute(tx)
  return rows.map((row) => ({ id: row.person_id, name: row.person ?? '' }))
}

/** How often something happened that a privacy officer looks at first. */
export async function countAlarms(
  tx: Tx,
  { from, until }: { from: Day; until: Day },
): Promise<{ emergencies: number; refused: number; wideSearches: number }> {
  const { rows } = await sql<{ emergencies: number; refused: number; wide_searches: number }>`
    select * from audit.tally(${from}, ${until})`.execute(tx)
  const [row] = rows
  return {
    emergencies: row?.emergencies ?? 0,
    refused: row?.refused ?? 0,
    wideSearches: row?.wide_searches ?? 0,
  }
}

function toLine(row: Row, lang: Lang): Line {
  return {
    id: row.id,
    moment: row.moment,
    writtenAt: row.written_at,
    event: row.event,
    action: row.action,
    granted: row.granted,
    personId: row.person_id,
    person: row.person ?? '',
    function: (lang === 'nl' ? row.function_nl : row.function_en) ?? '',
    role: row.role,
    organisation: row.organisation ?? '',
    clientId: row.client_id,
    team: row.team ?? '',
    sections: row.sections,
    basis: row.basis,
    purpose: row.purpose,
    reason: row.reason ?? '',
    query: row.query ?? '',
    sessionId: row.session_id,
    device: row.device ?? '',
  }
}
