/** Counts tries by name, and of all together, within a minute. */
export type Tries = {
  /** Whether one more may be made under this name; then it counts. */
  take(name: string, now: number): boolean
  /** The try was no guess: it counts no longer. */
  giveBack(name: string): void
}

const minute = 60_000

/**
 * At most so many tries a minute under one name, and so many in all, which also bounds how many names are held. Of the
 * process, not of the house: two processes let twice as many pass.
 */
export function countTries(most: { each: number; all: number }): Tries {
  const counts = new Map<string, number>()
  let [since, all] = [0, 0]
  return {
    take(name, now) {
      if (now - since >= minute) {
        counts.clear()
        ;[since, all] = [now, 0]
      }
      const before = counts.get(name) ?? 0
      if (before >= most.each || all >= most.all) return false
      counts.set(name, before + 1)
      all += 1
      return true
    },
    giveBack(name) {
      const before = counts.get(name) ?? 0
      if (before === 0) return
      counts.set(name, before - 1)
      all -= 1
    },
  }
}

/**
 * The network a request came from: the address that the outermost proxy of ours wrote down, counted from the right, for
 * what stands further left anybody can write. Of IPv6 the first half: a visitor has the other half to choose from.
 */
export function networkOf(connected: string, forwarded: string | undefined, proxies: number): string {
  const said = (forwarded ?? '').split(',').map((one) => one.trim())
  const address = (proxies > 0 && said.at(-proxies)) || connected
  const plain = address.replace(/^::ffff:/i, '')
  return plain.includes(':') ? firstHalf(plain) : plain
}

// "2001:db8::1" has its zeros left out.
function firstHalf(address: string): string {
  const [left = '', right] = address.toLowerCase().split('::', 2)
  const before = left.split(':')
  const after = right === undefined ? [] : right.split(':')
  const zeros = right === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, 4).join(':')
}
