import { addDays, type Day, dayOf, mondayOf, parseDay, timeOf, workWeekOf } from '../../../core/day.ts'

/** What of an appointment its place in the week follows from. */
type Placed = { startsAt: Date; personId: string }
/** A day of the week; its appointments by the time at which they begin. */
export type AgendaDay<T> = { day: Day; isToday: boolean; times: { time: string; lines: T[] }[] }

/** Monday of the week that is asked for by any of its days; of this week, in a weekend the next, when none is. */
export function weekAsked(asked: string | undefined, today: Day): Day {
  const day = parseDay(asked ?? '')
  return day ? mondayOf(day) : workWeekOf(today)
}

/** The first and last day of the week of a Monday. */
export function weekFrom(monday: Day): { from: Day; until: Day } {
  return { from: monday, until: addDays(monday, 6) }
}

/** The week day by day, in Amsterdam; a Saturday or Sunday only when something is planned, or it is today. */
export function weekOf<T extends Placed>(lines: T[], monday: Day, today: Day): AgendaDay<T>[] {
  const week = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  return week
    .map((day) => ({ day, isToday: day === today, times: timesOf(lines, day) }))
    .filter((day, index) => index < 5 || day.isToday || day.times.length > 0)
}

function timesOf<T extends Placed>(lines: T[], day: Day): { time: string; lines: T[] }[] {
  const times = new Map<string, T[]>()
  for (const line of lines.filter((one) => dayOf(one.startsAt) === day).sort(byStart)) {
    const time = timeOf(line.startsAt)
    times.set(time, [...(times.get(time) ?? []), line])
  }
  return [...times].map(([time, atThatTime]) => ({ time, lines: atThatTime }))
}

function byStart(a: Placed, b: Placed): number {
  return a.startsAt.getTime() - b.startsAt.getTime()
}

/** One's own appointments, or everybody's. */
export function linesFor<T extends Placed>(lines: T[], person: string | null): T[] {
  return person === null ? lines : lines.filter((line) => line.personId === person)
}
