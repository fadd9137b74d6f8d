import type { Purpose } from '../../../core/section.ts'
import type { Asker } from '../../../platform/database.ts'
import type { Found } from '../rules/found.ts'
import type { Search } from '../rules/person-form.ts'
import { listFound } from '../store/clients.ts'
import { searchFor, type Unsearched } from './search-for.ts'

/** Looks for a person; own clients as cards, of others only the team that knows them. */
export async function searchPeople(
  asker: Asker,
  search: Search,
  purpose: Purpose,
): Promise<Found[] | Unsearched> {
  return searchFor(asker, { ...search, purpose }, listFound)
}
