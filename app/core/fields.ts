import { z } from 'zod'
import { parseBsn } from './bsn.ts'
import { addDays, type Day, parseDay } from './day.ts'
import { type Id, isId } from './id.ts'

// NUL, other control characters and lone surrogates cannot be stored or shown; a tab or a new line can.
function isForbidden(value: string): boolean {
  if (!value.isWellFormed()) return true
  return [...value].some(
    (character) => (character < ' ' && character !== '\n' && character !== '\t') || character === '\u007f',
  )
}

function fail(ctx: z.RefinementCtx, code: string): never {
  ctx.addIssue({ code: 'custom', message: code })
  return z.NEVER
}

/** Text as typed: one way of writing accents (NFC), trimmed, of limited length (characters). Optional: '' when absent. */
export function text(max = 4000) {
  return z
    .string()
    .optional()
    .transform((typed, ctx) => {
      const value = (typed ?? '').replace(/\r\n/g, '\n').trim()
      if (isForbidden(value)) return fail(ctx, 'forbidden-characters')
      if (value.length > max) return fail(ctx, 'too-long')
      return value.normalize('NFC')
    })
}

/** Text that must be there. */
export function requiredText(max = 4000) {
  return text(max).transform((value, ctx) => (value === '' ? fail(ctx, 'required') : value))
}

/** A day as dd-mm-jjjj or jjjj-mm-dd. */
export function day() {
  return text(20).transform((value, ctx): Day => {
    if (value === '') return fail(ctx, 'required')
    return parseDay(value) ?? fail(ctx, 'not-a-date')
  })
}

/** A day, or null when left empty. */
export function optionalDay() {
  return text(20).transform((value, ctx): Day | null => {
    if (value === '') return null
    return parseDay(value) ?? fail(ctx, 'not-a-date')
  })
}

/** A day on which something happened: not before it could, and not in the future. */
export function pastDay({ from, today }: { from: Day; today: Day }) {
  return day()
    .refine((on) => on <= today, 'date-in-future')
    .refine((on) => on >= from, 'before-start')
}

/** A day on which something will happen. */
export function comingDay(today: Day) {
  return day().transform((on, ctx): Day => {
    const why = whyNotComing(on, today)
    return why ? fail(ctx, why) : on
  })
}

/** Why nothing can be agreed for a day: it is past, or more than a year ahead, which is a slip of the year; else null. */
export function whyNotComing(on: Day, today: Day): 'date-in-past' | 'date-too-far' | null {
  if (on < today) return 'date-in-past'
  return on > addDays(today, 366) ? 'date-too-far' : null
}

/** A clock time as uu:mm. */
export function time() {
  return text(10).transform((value, ctx) => {
    const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(value)
    return match
      ? `${match[1]?.padStart(2, '0')}:${match[2]}`
      : fail(ctx, value === '' ? 'required' : 'not-a-time')
  })
}

/** One of these codes. */
export function choice<const T extends readonly string[]>(codes: T) {
  return z
    .string()
    .optional()
    .transform((value, ctx): T[number] => {
      return value !== undefined && codes.includes(value) ? (value as T[number]) : fail(ctx, 'choose-one')
    })
}

/** One of these codes, or '' when none was chosen. */
export function optionalChoice<const T extends readonly string[]>(codes: T) {
  return z
    .string()
    .optional()
    .transform((value, ctx): T[number] | '' => {
      if (value === undefined || value === '') return ''
      return codes.includes(value) ? (value as T[number]) : fail(ctx, 'choose-one')
    })
}

/** The id of something chosen from a list. */
export function idField<T extends Id<string>>() {
  return z
    .string()
    .optional()
    .transform((value, ctx): T => (isId(value) ? (value as T) : fail(ctx, 'choose-one')))
}

/** An id, or null when none was chosen. */
export function optionalId<T extends Id<string>>() {
  return z
    .string()
    .optional()
    .transform((value, ctx): T | null => {
      if (value === undefined || value === '') return null
      return isId(value) ? (value as T) : fail(ctx, 'choose-one')
    })
}

/** Ids chosen from a list of what can be chosen, each once; none is an empty list. */
export function idsOf<T extends Id<string>>(known: readonly T[]) {
  return z
    .union([z.array(z.string()), z.string()])
    .optional()
    .transform((value, ctx): T[] => {
      const chosen = new Set(value === undefined ? [] : [value].flat())
      const found = known.filter((id) => chosen.has(id))
      return found.length === chosen.size ? found : fail(ctx, 'choose-one')
    })
}

/** A box that is ticked or not. */
export function ticked() {
  return z
    .string()
    .optional()
    .transform((value) => value !== undefined && value !== '')
}

/** Whole minutes within bounds. */
export function minutes(min: number, max: number) {
  return text(6).transform((value, ctx) => {
    const count = Number(value)
    return /^\d+$/.test(value) && count >= min && count <= max
      ? count
      : fail(ctx, value === '' ? 'required' : 'not-a-number')
  })
}

/** Whole minutes within bounds, or null when left empty. */
export function optionalMinutes(min: number, max: number) {
  return text(6).transform((value, ctx) => {
    if (value === '') return null
    const count = Number(value)
    return /^\d+$/.test(value) && count >= min && count <= max ? count : fail(ctx, 'not-a-number')
  })
}

/** A Dutch postcode as 1234 AB, or ''. */
export function postcode() {
  return text(10).transform((value, ctx) => {
    if (value === '') return ''
    const match = /^([1-9]\d{3})\s?([A-Za-z]{2})$/.exec(value)
    return match ? `${match[1]} ${match[2]?.toUpperCase()}` : fail(ctx, 'not-a-postcode')
  })
}

/** A telephone number as people write it, or ''. */
export function phone() {
  return text(30).transform((value, ctx) => {
    if (value === '' || (/^\+?[\d\s()-]+$/.test(value) && value.replace(/\D/g, '').length >= 9)) return value
    return fail(ctx, 'not-a-phone')
  })
}

/** An e-mail address in small letters, or ''. */
export function email() {
  return text(254).transform((value, ctx) => {
    if (value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return value.toLowerCase()
    return fail(ctx, 'not-an-email')
  })
}

/** A BSN that passes the eleven-check, or null when left empty. */
export function bsn() {
  return text(20).transform((value, ctx) =>
    value === '' ? null : (parseBsn(value) ?? fail(ctx, 'not-a-bsn')),
  )
}
