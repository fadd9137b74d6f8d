import { type Id, isId } from '../../../core/id.ts'

/** Whom a word is about: an organisation, a team, or one person. */
export type Party = { kind: 'organisation' | 'team' | 'person'; id: string }

/** A party as a form carries it: "organisation:<id>"; null for anything else. */
export function parseParty(text: string): Party | null {
  const [kind, id, ...rest] = text.split(':')
  if (kind !== 'organisation' && kind !== 'team' && kind !== 'person') return null
  return rest.length === 0 && isId(id) ? { kind, id: id as Id<string> } : null
}

/** The same, to put in a form. */
export function writeParty({ kind, id }: Party): string {
  return `${kind}:${id}`
}

/** Oneself, or a team or organisation in which one works: what is shielded from these another lifts. */
export function isOwnParty({ id }: Party, me: Mine): boolean {
  return [me.personId, me.organisationId, ...me.teams.map((team) => team.id)].some((own) => own === id)
}
type Mine = {
  personId: string
  organisationId: string | null
  teams: readonly { id: string }[]
}

/** The same party. */
export function isSameParty(a: Party, b: Party): boolean {
  return a.kind === b.kind && a.id === b.id
}
