import { sql } from 'kysely'
import type { Database } from '../../../platform/engine.ts'
import { countInJob } from '../../../platform/jobs.ts'

/** Throws away the imports that were not read in and that nobody touched for a fortnight; how many. */
export function clearStaleImports(database: Database): Promise<number> {
  return countInJob(database, 'clean-up', sql`imports.clear_stale()`)
}
