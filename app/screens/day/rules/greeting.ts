/** The part of the day by the clock in Amsterdam (uu:mm). */
export function partOfDay(time: string): 'night' | 'morning' | 'afternoon' | 'evening' {
  if (time < '05:00') return 'night'
  if (time < '12:00') return 'morning'
  return time < '18:00' ? 'afternoon' : 'evening'
}
