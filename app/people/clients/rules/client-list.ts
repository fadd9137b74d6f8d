import type { Day } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'

export type ListPhase = 'referral' | 'care' | 'aftercare'

/** One client of a team: no more than "list" allows. */
export type ListedClient = {
  clientId: ClientId
  givenName: string
  infix: string
  familyName: string
  birthDate: Day | null
  phase: ListPhase
  since: Day
}

export type ListChoice = { letter: string; phase: ListPhase | ''; from: number }

export const pageSize = 50

/** What an address asks of the list; anything else in it asks nothing. */
export function readChoice(query: Record<string, string | undefined>): ListChoice {
  const letter = /^[A-Z]$/.test(query.letter ?? '') ? (query.letter ?? '') : ''
  const phase = (['referral', 'care', 'aftercare'] as const).find((code) => code === query.fase) ?? ''
  const from = /^\d{1,6}$/.test(query.vanaf ?? '') ? Number(query.vanaf) : 0
  return { letter, phase, from: from - (from % pageSize) }
}

/** The letter under which a family name stands, without accents: Özdemir under O. '' when it begins with no letter. */
export function letterOf(familyName: string): string {
  const first = familyName.normalize('NFD').charAt(0).toUpperCase()
  return /^[A-Z]$/.test(first) ? first : ''
}

/** The rows of one page, how many there are in all, and which letters lead somewhere. */
export function choose(clients: ListedClient[], { letter, phase, from }: ListChoice) {
  const inPhase = clients.filter((client) => phase === '' || client.phase === phase)
  const letters = new Set(inPhase.map((client) => letterOf(client.familyName)).filter(Boolean))
  const chosen = inPhase.filter((client) => letter === '' || letterOf(client.familyName) === letter)
  const start = from < chosen.length ? from : 0
  return {
    rows: chosen.slice(start, start + pageSize),
    start,
    total: chosen.length,
    letters: [...letters].sort(),
  }
}
