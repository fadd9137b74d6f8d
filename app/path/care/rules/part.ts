import type { Day } from '../../../core/day.ts'
import type { OrganisationId, PersonId } from '../../../core/id.ts'
import type { Role } from '../../../core/role.ts'
import { isOn } from './stay.ts'

/** What somebody can be for one client; each held by one person at a time. */
export const parts = ['case-manager', 'replacement', 'lead-practitioner', 'treatment-coordinator'] as const
export type Part = (typeof parts)[number]

/** Somebody who has, or had, a part for this client. */
export type Assignment = {
  part: Part
  personId: PersonId
  name: string
  phone: string
  organisationId: OrganisationId
  organisation: string
  from: Day
  until: Day | null
}

/** Who may hold a part: final medical responsibility and the coordination of treatment ask for a practitioner (C 2.2g). */
export function mayHold(part: Part, role: Role): boolean {
  if (part === 'lead-practitioner' || part === 'treatment-coordinator') return role === 'practitioner'
  return ['practitioner', 'supporter', 'peer', 'welfare'].includes(role)
}

/** Who has a part on a day. */
export function holderOf(assignments: Assignment[], part: Part, day: Day): Assignment | undefined {
  return assignments.find((a) => a.part === part && isOn(a, day))
}

/** "My contact person": the case manager, and who to ask when that one is away. Both may be missing. */
export function contactPersons(
  assignments: Assignment[],
  day: Day,
): { first: Assignment | undefined; otherwise: Assignment | undefined } {
  const caseManager = holderOf(assignments, 'case-manager', day)
  const replacement = holderOf(assignments, 'replacement', day)
  return caseManager
    ? { first: caseManager, otherwise: replacement }
    : { first: replacement, otherwise: undefined }
}

/** Roles that arrange who does what; whether they may for this client, the gate decides. */
export function arrangesCare(role: Role): boolean {
  return ['practitioner', 'supporter', 'peer', 'secretariat'].includes(role)
}

/** Kinds of organisation that can take part in somebody's care: all but who only pays for it. */
export function takesPart(kind: string): boolean {
  return kind !== 'insurer'
}
