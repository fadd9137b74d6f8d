/** Chance from one seed (mulberry32): the same story every time. */
export type Chance = {
  /** a number from 0 up to, not including, 1 */
  next(): number
  int(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  maybe(share: number): boolean
  shuffle<T>(list: readonly T[]): T[]
}

/** A source of chance. */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    pick<T>(list: readonly T[]): T {
      const found = list[int(0, list.length - 1)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
    maybe: (share) => next() < share,
    shuffle<T>(list: readonly T[]): T[] {
      return list
        .map((item) => ({ item, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item)
    },
  }
}

/** Deals a list in the order of chance, and anew when it is empty: neighbours differ. */
export function dealer<T>(chance: Chance, list: readonly T[]): () => T {
  let left: T[] = []
  return () => {
    if (left.length === 0) left = chance.shuffle(list)
    const next = left.pop()
    if (next === undefined) throw new Error('nothing to deal')
    return next
  }
}
