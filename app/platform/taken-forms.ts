import { sql } from 'kysely'
import type { Database } from './engine.ts'
import { countInJob } from './jobs.ts'

/** Forgets the forms that were taken more than a month ago; how many. */
export function clearTakenForms(database: Database): Promise<number> {
  return countInJob(database, 'clean-up', sql`access.clear_taken_forms()`)
}
