import type { Role } from '../../../core/role.ts'
import type { RecoveryPhase } from '../../instruments/door.ts'
import type { BoardLine } from './card.ts'

/** Whom the board shows. */
export const selections = ['everyone', 'mine', 'care', 'aftercare', 'shared'] as const
export type Selection = (typeof selections)[number]

/** True when a person belongs to what was chosen. */
export function isShown(line: BoardLine, selection: Selection): boolean {
  if (selection === 'mine') return line.mine
  if (selection === 'shared') return line.shared
  return selection === 'everyone' || line.carePhase === selection
}

/** What can be chosen: all selections, but for one's own people where one has none. */
export function choicesFor(lines: BoardLine[], chosen: Selection): Selection[] {
  return selections.filter((one) => one !== 'mine' || chosen === 'mine' || lines.some(({ mine }) => mine))
}

/** In which order the people stand: who was longest not spoken first; by name for whom contacts are not to be seen. */
export function orderOf(lines: BoardLine[]): 'quiet' | 'name' {
  return lines.some(({ seesContacts }) => seesContacts) ? 'quiet' : 'name'
}

/** The people in that order; they come with the longest quiet first. */
export function inOrder(lines: BoardLine[]): BoardLine[] {
  if (orderOf(lines) === 'quiet') return lines
  const nameOf = (line: BoardLine) => `${line.familyName} ${line.givenName}`
  return lines.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'nl'))
}

/** A column of the board; 0 holds those whose phase is not known here. */
export type BoardLane = { phase: RecoveryPhase | 0; lines: BoardLine[] }

/** Everybody in exactly one lane, in the order in which they came. */
export function lanesOf(lines: BoardLine[]): BoardLane[] {
  const lanes = [0, 1, 2, 3, 4] as const
  return lanes.map((phase) => ({ phase, lines: lines.filter((line) => (line.phase ?? 0) === phase) }))
}

/**
 * What the first lane may claim. A practitioner sees phases by care relation: who is there was not talked with yet. Others
 * see them with the client's consent, so a phase may be there unseen; or they see none at all.
 */
export function sightOf(role: Role, lines: BoardLine[]): 'all' | 'some' | 'none' {
  if (role === 'practitioner' || role === 'trainee') return 'all'
  return lines.some((line) => line.seesPhases) ? 'some' : 'none'
}

/** True where the phase page of this person can be written by this role; the gate has the last word. */
export function mayMove(role: Role, line: BoardLine): boolean {
  return line.seesPhases && (role === 'practitioner' || role === 'supporter')
}
