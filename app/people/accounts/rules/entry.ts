import type { OrganisationId } from '../../../core/id.ts'
import type { Role } from '../../../core/role.ts'

/** One way in for a person: a role, for an organisation and its teams, or as client, relative or representative. */
export type Entry = {
  role: Role
  organisationId: OrganisationId | null
  organisation: string | null
  teams: string[]
}

/** How a form names an entry. */
export function entryKey(entry: Pick<Entry, 'role' | 'organisationId'>): string {
  return entry.organisationId ? `${entry.role}:${entry.organisationId}` : entry.role
}

/** The entry that was chosen, or null when it is not among those of this person. */
export function chosenEntry(entries: Entry[], key: string): Entry | null {
  return entries.find((entry) => entryKey(entry) === key) ?? null
}
