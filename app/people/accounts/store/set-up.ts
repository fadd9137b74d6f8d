import { sql } from 'kysely'
import { newId, type PersonId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Database } from '../../../platform/engine.ts'
import type { SetUp } from '../rules/set-up-form.ts'

/** Whether there is a region yet. */
export async function isSetUp(database: Database): Promise<boolean> {
  const { rows } = await database.signin
    .transaction()
    .execute((tx) => sql<{ yes: boolean }>`select staff.is_set_up() as yes`.execute(tx))
  return rows[0]?.yes ?? false
}

/** Writes region, organisation and first administrator; the database refuses when there is a region already. */
export async function insertHouse(tx: Tx, form: SetUp): Promise<PersonId> {
  const person = newId<PersonId>()
  await sql`select staff.set_up(${newId()}, ${form.region}, ${newId()}, ${form.organisation}, ${form.kind},
    ${person}, ${form.givenName}, ${form.familyName}, ${form.email}, ${newId()})`.execute(tx)
  return person
}
