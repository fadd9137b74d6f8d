import { NotFound } from '../../../core/outcome.ts'
import type { Purpose } from '../../../core/section.ts'
import { type Asker, read, type Tx } from '../../../platform/database.ts'
import { sqlState } from '../../../platform/sql-state.ts'
import type { Search } from '../rules/person-form.ts'

/** Why nothing was searched: "de" alone is no name, and region-wide the gate answers thirty times an hour. */
export type Unsearched = 'too-little' | 'too-many'

/** Searches, as a line in the access log, and gives what is made of who was found; or says why nothing was searched. */
export async function searchFor<T>(
  asker: Asker,
  { purpose, everywhere: regionWide, birthDate: birth, phone, ...named }: Search & { purpose: Purpose },
  fn: (tx: Tx) => Promise<T>,
): Promise<T | Unsearched> {
  const name = [named.givenName, named.infix, named.familyName].filter(Boolean).join(' ')
  try {
    return await read(asker, [{ search: { name, birth, phone, regionWide }, purpose }], fn)
  } catch (error) {
    if (sqlState(error) === '22023') return 'too-little'
    if (regionWide && error instanceof NotFound) return 'too-many'
    throw error
  }
}
