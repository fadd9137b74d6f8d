import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { FormState } from '../../../core/form.ts'
import type { Database } from '../../../platform/engine.ts'
import { countInJob } from '../../../platform/jobs.ts'
import { seal, unseal } from '../../../platform/keys.ts'
import type { House } from '../../../platform/web.ts'
import { keptSeconds } from '../rules/kept-form.ts'

/** What was typed, and on which page. */
export type KeptForm = { path: string; input: FormState['input'] }

// The key is of one person too: a row that changed hands opens for nobody.
const purposeOf = (personId: string) => `kept form of ${personId}`

/** Whose session a token was, when it ended by itself lately; null for any other. */
export function whoseWas({ database }: House, token: string): Promise<string | null> {
  return database.signin.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      person: string | null
    }>`select accounts.whose_was(${token}) as person`.execute(tx)
    return rows[0]?.person ?? null
  })
}

/** Keeps a form for somebody, in place of an earlier one; the number that the browser carries. */
export async function insertKeptForm(
  { database, keys }: House,
  personId: string,
  form: KeptForm,
): Promise<string> {
  const id = randomUUID()
  const sealed = seal(keys.secret, purposeOf(personId), JSON.stringify(form))
  await database.signin.transaction().execute(async (tx) => {
    await tx.deleteFrom('accounts.kept_forms').where('person_id', '=', personId).execute()
    const until = sql<Date>`now() + make_interval(secs => ${keptSeconds})`
    await tx
      .insertInto('accounts.kept_forms')
      .values({ id, person_id: personId, sealed, kept_until: until })
      .execute()
  })
  return id
}

/** The form of this number, when it is this person's and not too old; null otherwise. */
export async function findKeptForm(
  { database, keys }: House,
  id: string,
  personId: string,
): Promise<KeptForm | null> {
  const row = await database.signin
    .transaction()
    .execute((tx) =>
      tx
        .selectFrom('accounts.kept_forms')
        .select('sealed')
        .where('id', '=', id)
        .where('person_id', '=', personId)
        .where('kept_until', '>', sql<Date>`now()`)
        .executeTakeFirst(),
    )
  const text = row ? unseal(keys.secret, purposeOf(personId), row.sealed) : null
  return text === null ? null : (JSON.parse(text) as KeptForm)
}

/** Destroys the form of this number, whoever it was for. */
export async function deleteKeptForm({ database }: House, id: string): Promise<void> {
  await database.signin
    .transaction()
    .execute((tx) => tx.deleteFrom('accounts.kept_forms').where('id', '=', id).execute())
}

/** Destroys the forms that nobody came back for; how many. */
export function clearKeptForms(database: Database): Promise<number> {
  return countInJob(database, 'clean-up', sql`accounts.clear_kept_forms()`)
}
