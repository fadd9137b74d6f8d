import { NotFound } from '../../../core/outcome.ts'
import type { Purpose } from '../../../core/section.ts'
import { type Asker, read } from '../../../platform/database.ts'
import type { Found } from '../rules/found.ts'
import type { Search } from '../rules/person-form.ts'
import { listFound } from '../store/clients.ts'

/** Looks for a person, as a line in the access log; region-wide at most thirty times an hour, or it is "too-many". */
export async function searchPeople(
  asker: Asker,
  search: Search,
  purpose: Purpose,
): Promise<Found[] | 'too-many'> {
  const name = [search.givenName, search.infix, search.familyName].filter(Boolean).join(' ')
  const { birthDate: birth, phone, everywhere: regionWide } = search
  try {
    return await read(asker, [{ search: { name, birth, phone, regionWide }, purpose }], listFound)
  } catch (error) {
    // The one reason for which a search is refused.
    if (regionWide && error instanceof NotFound) return 'too-many'
    throw error
  }
}
