/** A calendar day in the Netherlands, as jjjj-mm-dd. Days compare as text. */
export type Day = string & { readonly __day: true }

const zone = 'Europe/Amsterdam'
const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const timeFormat = new Intl.DateTimeFormat('nl-NL', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The day on which a moment falls in Amsterdam. */
export function dayOf(moment: Date): Day {
  return dayFormat.format(moment) as Day
}

/** The clock time of a moment in Amsterdam, as uu:mm. */
export function timeOf(moment: Date): string {
  return timeFormat.format(moment)
}

/** Reads jjjj-mm-dd, or d-m-jjjj as people type it; null when it is no existing day between 1890 and 2199. */
export function parseDay(text: string): Day | null {
  const typed = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text.trim())
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  const [year, month, day] = typed ? [typed[3], typed[2], typed[1]] : iso ? [iso[1], iso[2], iso[3]] : []
  if (!year || !month || !day) return null
  const result = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const exists =
    Number.isFinite(Date.parse(`${result}T00:00:00Z`)) &&
    new Date(`${result}T00:00:00Z`).toISOString().startsWith(result)
  return exists && Number(year) >= 1890 && Number(year) <= 2199 ? (result as Day) : null
}

/** A day as people here write it: dd-mm-jjjj. */
export function writeDay(day: Day): string {
  const [year, month, date] = day.split('-')
  return `${date}-${month}-${year}`
}

/** So many days later (or earlier). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day
}

/** Whole days from one day to a later one; negative when it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/**
 * The moment at which a clock in Amsterdam shows this day and time (uu:mm). The hour that autumn has twice is taken the
 * first time; a time that spring skips is taken as if the clock had not been set yet, so an hour later.
 */
export function momentAt(day: Day, time: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  // The offset that holds around the moment itself: the one before a change first, then the one after it.
  const [before, after] = [offsetAt(wanted - 43_200_000), offsetAt(wanted + 43_200_000)]
  const later = wanted - after
  return new Date(offsetAt(wanted - before) === before || offsetAt(later) !== after ? wanted - before : later)
}

// How far the clock in Amsterdam is ahead of UTC at a moment, in ms.
function offsetAt(moment: number): number {
  const at = new Date(moment)
  return Date.parse(`${dayOf(at)}T${timeOf(at)}:00Z`) - Math.floor(moment / 60_000) * 60_000
}

/** Full years of age on a day. */
export function ageOn(birth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

/** Monday of the week in which a day falls. */
export function mondayOf(day: Day): Day {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

/** Monday of the week that people at work look at: this one, and in a weekend the next. */
export function workWeekOf(day: Day): Day {
  const monday = mondayOf(day)
  return daysBetween(monday, day) < 5 ? monday : addDays(monday, 7)
}
