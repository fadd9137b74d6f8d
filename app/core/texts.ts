import { type Day, dayOf, daysBetween, timeOf } from './day.ts'

/** Languages of the screens; Dutch is the source. */
export type Lang = 'nl' | 'en'

/** The same keys with words of the same shape: a missing key in English is a compile error. */
type Mirror<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : Mirror<T[K]>
}

/** Words of one slice in both languages. */
export function words<T extends object>(texts: { nl: T; en: Mirror<T> }): { nl: T; en: Mirror<T> } {
  return texts
}

const locale = { nl: 'nl-NL', en: 'en-GB' } as const

// A formatter costs far more to make than to use, and a page writes many days.
const formats = {
  near: both({ day: 'numeric', month: 'short', timeZone: 'UTC' }),
  short: both({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  long: both({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  moment: both({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Amsterdam',
  }),
}

function both(options: Intl.DateTimeFormatOptions): Record<Lang, Intl.DateTimeFormat> {
  return {
    nl: new Intl.DateTimeFormat(locale.nl, options),
    en: new Intl.DateTimeFormat(locale.en, options),
  }
}

/** A day in words: "24 nov 2026", or "dinsdag 24 november 2026" when long. */
export function sayDay(day: string, lang: Lang, length: 'short' | 'long' = 'short'): string {
  return formats[length][lang].format(new Date(`${day}T12:00:00Z`))
}

/** A day that needs no year, because it is less than nine months away: "24 nov"; else with its year. */
export function sayNear(day: string, today: Day, lang: Lang): string {
  if (Math.abs(daysBetween(today, day as Day)) > 270) return sayDay(day, lang)
  return formats.near[lang].format(new Date(`${day}T12:00:00Z`))
}

/** A moment in Amsterdam: day and time. */
export function sayMoment(moment: Date, lang: Lang): string {
  return formats.moment[lang].format(moment)
}

/** "1 dag", "12 dagen". */
export function sayDays(count: number, lang: Lang): string {
  const unit = lang === 'nl' ? (count === 1 ? 'dag' : 'dagen') : count === 1 ? 'day' : 'days'
  return `${count} ${unit}`
}

const recent = { nl: ['vandaag', 'gisteren'], en: ['today', 'yesterday'] } as const

/** A moment as people say it: "vandaag 09:12", "gisteren 16:10", else its day, with the time unless told not to. */
export function sayRecent(moment: Date, today: Day, lang: Lang, withTime = true): string {
  const days = daysBetween(dayOf(moment), today)
  const day = recent[lang][days] ?? sayDay(dayOf(moment), lang)
  return withTime ? `${day} ${timeOf(moment)}` : day
}
