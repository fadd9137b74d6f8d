import { z } from 'zod'
import { addDays, type Day, daysBetween } from '../../../core/day.ts'
import { optionalChoice, optionalDay, optionalId } from '../../../core/fields.ts'
import type { ClientId, Id, PersonId } from '../../../core/id.ts'

/** What can be chosen in the log. */
export const choices = [
  'emergency',
  'refused',
  'dossier',
  'list',
  'search',
  'register',
  'export',
  'log',
  'rights',
] as const

/** More would be no page that somebody reads; an export may be made of one stretch after the other. */
const longest = 92

/** Which lines: between two days, of a sort, of a person, about a client. */
export type LogFilter = {
  from: Day
  until: Day
  which: (typeof choices)[number] | null
  person: PersonId | null
  client: ClientId | null
  before: Id<'line'> | null
}

/** The last seven days, today among them. */
export function lastWeek(today: Day): { from: Day; until: Day } {
  return { from: addDays(today, -6), until: today }
}

/** Reads the filter of the log's address; without days it is the last week. */
export function logFilter(today: Day) {
  return z
    .object({
      van: optionalDay(),
      tot: optionalDay(),
      toon: optionalChoice(choices),
      persoon: optionalId<PersonId>(),
      client: optionalId<ClientId>(),
      voor: optionalId<Id<'line'>>(),
    })
    .transform(({ van, tot, toon, persoon, client, voor }, ctx): LogFilter => {
      const until = tot ?? today
      const from = van ?? lastWeek(until).from
      if (from > until) ctx.addIssue({ code: 'custom', path: ['tot'], message: 'until-before-from' })
      if (daysBetween(from, until) >= longest)
        ctx.addIssue({ code: 'custom', path: ['van'], message: 'too-many-days' })
      return { from, until, which: toon || null, person: persoon, client, before: voor }
    })
}

/** The same filter as the query of an address; what is given over it wins, and null takes away. */
export function queryOf(
  filter: LogFilter,
  over: Partial<Record<'toon' | 'persoon' | 'client' | 'voor', string | null>> = {},
): Record<string, string> {
  const all = {
    van: filter.from,
    tot: filter.until,
    toon: filter.which,
    persoon: filter.person,
    client: filter.client,
    voor: null,
    ...over,
  }
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, Day] => Boolean(entry[1])))
}
