import { addDays, type Day, parseDay } from '../../../core/day.ts'

/** A day that was read, or why it could not be: no day, only a year, or a year of two digits (of which century?). */
export type DayRead = { day: Day } | { problem: 'not-a-date' | 'only-a-year' | 'short-year' }

// What is longer is no day, and the search for a time of day in it takes time by the square.
const longest = 200
const months = ['jan', 'feb', 'maa', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

/**
 * Reads a day as people and spreadsheets write it: 14-5-1978, 14 mei 1978, 1978-05-14, 19780514, with a time behind it,
 * or the number of days since 1900 that a spreadsheet keeps (28624). Never guesses a century.
 */
export function readDay(text: string): DayRead {
  if (text.length > longest) return { problem: 'not-a-date' }
  const typed = text.trim().replace(/[ T]\d{1,2}:\d{2}.*$/, '')
  if (/^\d+([.,]\d+)?$/.test(typed)) return fromNumber(typed)
  if (/^\d{1,2}[-/. ]\d{1,2}[-/. ]'?\d{2}$/.test(typed)) return { problem: 'short-year' }
  const day = parseDay(withMonthNumber(typed))
  return day ? { day } : { problem: 'not-a-date' }
}

// "14 mei 1978", "14 mrt. 1978": a name of a month becomes its number.
function withMonthNumber(typed: string): string {
  const match = /^(\d{1,2})[-/. ]+([a-z]{3,9})\.?[-/. ]+(\d{4})$/i.exec(typed)
  const name = match?.[2]?.toLowerCase().replace('mrt', 'maa').replace('may', 'mei').replace('oct', 'okt')
  const month = name ? months.findIndex((short) => name.startsWith(short)) : -1
  return match && month >= 0 ? `${match[1]}-${month + 1}-${match[3]}` : typed
}

function fromNumber(typed: string): DayRead {
  const number = Number(typed.replace(',', '.'))
  if (/^(18|19|20|21)\d{6}$/.test(typed)) return readIso(typed)
  if (/^\d{4}$/.test(typed) && number >= 1850 && number <= 2199) return { problem: 'only-a-year' }
  // Day 61 is 1 March 1900: before it spreadsheets count a 29 February that never was.
  if (number < 61 || number > 109_574) return { problem: 'not-a-date' }
  return { day: addDays('1899-12-30' as Day, Math.floor(number)) }
}

function readIso(digits: string): DayRead {
  const day = parseDay(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`)
  return day ? { day } : { problem: 'not-a-date' }
}
