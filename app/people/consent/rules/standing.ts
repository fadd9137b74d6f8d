import { type Party, writeParty } from './party.ts'
import { listed } from './sections.ts'

/** A word as far as sorting needs it. */
export type Word = { party: Party; name: string; section: string | null }

/** The words of today by party, in the order they come; "that one is a client here" only where it is all there is. */
export function byParty<W extends Word>(standing: W[]): { name: string; party: Party; words: W[] }[] {
  const groups = new Map<string, { name: string; party: Party; words: W[] }>()
  for (const word of standing) {
    const key = writeParty(word.party)
    const group = groups.get(key) ?? { name: word.name, party: word.party, words: [] }
    groups.set(key, { ...group, words: [...group.words, word] })
  }
  return [...groups.values()].map((group) => {
    const parts = group.words.filter((word) => word.section !== listed)
    return parts.length > 0 ? { ...group, words: parts } : group
  })
}
