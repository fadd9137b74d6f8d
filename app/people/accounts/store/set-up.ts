import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { newId, type PersonId } from '../../../core/id.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Database } from '../../../platform/engine.ts'
import { mark } from '../../../platform/keys.ts'
import type { SetUp } from '../rules/set-up-form.ts'

/** Whether there is a region yet. */
export async function isSetUp(database: Database): Promise<boolean> {
  const { rows } = await database.signin
    .transaction()
    .execute((tx) => sql<{ yes: boolean }>`select staff.is_set_up() as yes`.execute(tx))
  return rows[0]?.yes ?? false
}

/**
 * What whoever sets up must know: only who starts the product, or reads what it says then, can. It follows from the secret
 * of the installation, so that it is the same after a restart and in every process. Good once: so is setting up.
 */
export function setUpCode(secret: string): string {
  const [one = '', two = '', three = ''] =
    mark(secret, 'set-up code', '').toString('hex').match(/.{4}/g) ?? []
  return [one, two, three].join('-')
}

/** Whether this is that code; spaces, dashes and capitals are forgiven. */
export function isSetUpCode(secret: string, typed: string): boolean {
  const plain = (text: string) => Buffer.from(text.replace(/[\s-]/g, '').toLowerCase())
  const [asked, given] = [plain(setUpCode(secret)), plain(typed)]
  return asked.length === given.length && timingSafeEqual(asked, given)
}

/** Writes region, organisation and first administrator; the database refuses when there is a region already. */
export async function insertHouse(tx: Tx, form: SetUp): Promise<PersonId> {
  const person = newId<PersonId>()
  await sql`select staff.set_up(${newId()}, ${form.region}, ${newId()}, ${form.organisation}, ${form.kind},
    ${person}, ${form.givenName}, ${form.familyName}, ${form.email}, ${newId()})`.execute(tx)
  return person
}
