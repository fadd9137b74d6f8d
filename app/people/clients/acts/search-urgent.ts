import type { Asker } from '../../../platform/database.ts'
import type { Search } from '../rules/person-form.ts'
import { listUrgent, type Urgent } from '../store/clients.ts'
import { searchFor, type Unsearched } from './search-for.ts'

/** Looks in the whole region for somebody who is with another team, to be opened in an emergency; logged as any search. */
export async function searchUrgent(asker: Asker, search: Search): Promise<Urgent[] | Unsearched> {
  return searchFor(asker, { ...search, everywhere: true, purpose: 'care' }, listUrgent)
}
