import { sql } from 'kysely'
import type { ImportId } from '../../../office/imports/door.ts'
import type { Tx } from '../../../platform/database.ts'

/** Reads in what was chosen, in this one transaction; asking twice gives the same answer and changes nothing. */
export async function readIn(tx: Tx, id: ImportId): Promise<void> {
  await sql`select imports.commit(${id})`.execute(tx)
}
