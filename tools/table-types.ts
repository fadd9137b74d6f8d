import { writeFile } from 'node:fs/promises'
import { generate, PostgresDialect } from 'kysely-codegen'
import { openEmbedded } from '../app/platform/engine.ts'
import { migrate } from '../database/migrate.ts'

const target = 'database/tables.ts'

/** Row types of every table, as the newest schema has them; written to database/tables.ts unless told to compare. */
export async function tableTypes(): Promise<string> {
  const database = await openEmbedded()
  if (!database.owner) throw new Error('the embedded database has an owner handle')
  await migrate(database.owner, 'test')
  const text = await generate({
    db: database.owner as never,
    dialect: new PostgresDialect({ dateParser: 'string' } as never),
    schemas: [
      'access',
      'staff',
      'clients',
      'consent',
      'care',
      'referral',
      'agenda',
      'documents',
      'contacts',
      'instruments',
      'imports',
      'accounts',
      'history',
    ],
  } as never)
  await database.close()
  return text
}

/** Command line: writes the file. */
export async function main(): Promise<void> {
  await writeFile(target, await tableTypes())
}
