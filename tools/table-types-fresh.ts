import { readFile } from 'node:fs/promises'
import { tableTypes } from './table-types.ts'

/** Command line: throws when database/tables.ts is not what the migrations make. */
export async function main(): Promise<void> {
  const written = await readFile('database/tables.ts', 'utf8')
  if (written !== (await tableTypes()))
    throw new Error('database/tables.ts is older than the migrations. Run: npm run types')
}
