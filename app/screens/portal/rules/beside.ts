import type { ClientId } from '../../../core/id.ts'

/** Somebody whom a relative or representative stands beside. */
export type Beside = { clientId: ClientId; givenName: string }

/** Parts of a dossier that the portal can say something about, in the order in which it says so. */
export const portalSections = [
  'identity',
  'referral',
  'agenda',
  'plan',
  'crisis',
  'medication',
  'measures',
  'reports',
  'treatment',
  'indications',
] as const

/** Whom the page is about: the one who was asked for, else the first; undefined when there is nobody. */
export function chosenOf(people: readonly Beside[], asked: string | undefined): Beside | undefined {
  return asked ? people.find(({ clientId }) => clientId === asked) : people[0]
}
