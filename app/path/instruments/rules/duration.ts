/** A length of time as people say it: days up to eight weeks, then months, from two years on years. */
export type Duration = { count: number; unit: 'day' | 'month' | 'year' }

const daysInMonth = 365.25 / 12

/** Whole days, months or years. */
export function durationOf(days: number): Duration {
  if (days < 56) return { count: days, unit: 'day' }
  const months = Math.floor(days / daysInMonth)
  return months < 24
    ? { count: Math.max(months, 1), unit: 'month' }
    : { count: Math.floor(months / 12), unit: 'year' }
}
