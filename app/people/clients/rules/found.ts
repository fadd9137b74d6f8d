import type { Day } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import { isSameName, type Person } from './name.ts'

/**
 * What a search found: one's own client, or only the name of a team that knows somebody like this. Of who left care an
 * id comes along, by which the person can be referred again; it opens nothing.
 */
export type Found = {
  clientId: ClientId | null
  givenName: string | null
  infix: string | null
  familyName: string | null
  birthDate: Day | null
  team: string
  phase: string
  leftOn: Day | null
  /** '' where the team has none */
  teamPhone: string
}

/** A client that the asker may open. */
export type Card = Found & { clientId: ClientId; givenName: string; infix: string; familyName: string }

/** A team that knows, or knew, somebody like this; with an id where the person left care. */
export type Known = { team: string; teamPhone: string; left: boolean; clientId: ClientId | null }

/** Own clients apart from the teams that know somebody like this; a team is named once, unless there is a choice. */
export function sortFound(found: Found[]): { cards: Card[]; known: Known[] } {
  const known = new Map<string, Known>()
  for (const one of found.filter((f) => !isCard(f))) {
    const { team, teamPhone, clientId } = one
    const left = one.phase === 'left'
    known.set([team, left, clientId].join(), { team, teamPhone, left, clientId })
  }
  return { cards: found.filter(isCard), known: [...known.values()] }
}

/** Could this be the same person? The name is equal, and the birth date too where both are known. */
export function isSameAs(card: Card, typed: Person): boolean {
  const isSameDay = !card.birthDate || !typed.birthDate || card.birthDate === typed.birthDate
  return isSameDay && isSameName(card, typed)
}

function isCard(found: Found): found is Card {
  return found.clientId !== null && found.givenName !== null
}
