const limit = 10
const window = 15 * 60_000

/** When somebody may try again, given the moments of wrong tries; null when they may try now. Ten in fifteen minutes lock. */
export function lockedUntil(wrong: Date[], now: Date): Date | null {
  const recent = wrong
    .map((moment) => moment.getTime())
    .filter((moment) => moment > now.getTime() - window)
    .sort((a, b) => b - a)
  const tenth = recent[limit - 1]
  return tenth === undefined ? null : new Date(tenth + window)
}
