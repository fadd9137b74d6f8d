import { type Party, writeParty } from './party.ts'

/** A word as far as sorting needs it. */
export type Word = { party: Party; name: string; section: string | null }

/** The words of today by party, in the order they come. */
export function byParty<W extends Word>(standing: W[]): { name: string; party: Party; words: W[] }[] {
  const groups = new Map<string, { name: string; party: Party; words: W[] }>()
  for (const word of standing) {
    const key = writeParty(word.party)
    const group = groups.get(key) ?? { name: word.name, party: word.party, words: [] }
    groups.set(key, { ...group, words: [...group.words, word] })
  }
  return [...groups.values()]
}
