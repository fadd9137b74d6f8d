import type { ClientId } from '../../../core/id.ts'
import { type Asker, read } from '../../../platform/database.ts'
import { sqlState } from '../../../platform/sql-state.ts'
import type { Search } from '../rules/person-form.ts'
import { listUrgent } from '../store/clients.ts'

/** Looks in the whole region for somebody who is with another team, to be opened in an emergency; logged as any search. */
export async function searchUrgent(
  asker: Asker,
  { givenName, infix, familyName, birthDate: birth, phone }: Search,
): Promise<{ clientId: ClientId; team: string }[] | 'too-many'> {
  const name = [givenName, infix, familyName].filter(Boolean).join(' ')
  try {
    return await read(
      asker,
      [{ search: { name, birth, phone, regionWide: true }, purpose: 'care' }],
      listUrgent,
    )
  } catch (error) {
    if (sqlState(error) === '54000') return 'too-many'
    throw error
  }
}
