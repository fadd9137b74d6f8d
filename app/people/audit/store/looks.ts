import { sql } from 'kysely'
import type { Day } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import type { Lang } from '../../../core/texts.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Kind, Look } from '../rules/look.ts'

type Row = {
  day: Day
  last_at: Date
  person_id: string
  person: string | null
  function_nl: string | null
  function_en: string | null
  role: string
  organisation: string | null
  kinds: Kind[]
  kinds_at: Date[]
  sections: string[]
  wrote: boolean
}

/** Who looked at an opened client between two days, merged per person and day, newest first; empty where "log" is closed. */
export async function listLooks(
  tx: Tx,
  client: ClientId,
  { from, until, lang = 'nl' }: { from: Day; until: Day; lang?: Lang },
): Promise<Look[]> {
  const { rows } = await sql<Row>`select * from audit.looks(${client}, ${from}, ${until})`.execute(tx)
  return rows.map((row) => ({
    day: row.day,
    lastAt: row.last_at,
    personId: row.person_id,
    person: row.person ?? '',
    function: (lang === 'nl' ? row.function_nl : row.function_en) ?? '',
    role: row.role,
    organisation: row.organisation ?? '',
    kinds: row.kinds,
    kindsAt: row.kinds_at,
    sections: row.sections,
    wrote: row.wrote,
  }))
}
