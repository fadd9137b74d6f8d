import { type Role, usesPortal } from '../../../core/role.ts'
import type { PathName } from '../../../links.ts'

const withDay: readonly Role[] = [
  'practitioner',
  'trainee',
  'supporter',
  'peer',
  'welfare',
  'secretariat',
  'project-leader',
  'privacy-officer',
  'administrator',
]

/** Where a role begins: the portal, a day's work, or the one honest page of a role that has no work here yet. */
export function homeOf(role: Role): PathName {
  if (usesPortal(role)) return 'portal'
  return withDay.includes(role) ? 'day' : 'honest'
}
