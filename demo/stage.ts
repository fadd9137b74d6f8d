import { addDays, type Day, daysBetween, momentAt, mondayOf } from '../app/core/day.ts'
import type { ClientId, PersonId, ReferralId } from '../app/core/id.ts'
import { at } from '../app/platform/clock.ts'
import { teamDesks } from './cast.ts'
import { type Chance, dealer } from './chance.ts'
import type { Diary } from './diary.ts'
import type { Team, Worker } from './house.ts'
import type { Named } from './names.ts'
import { ownReports, reports } from './reports.ts'
import * as words from './words.ts'

/** Where a story is told: the team among the teams, chance, and the last day of the told history. */
export type Stage = {
  team: Team
  teams: Team[]
  chance: Chance
  last: Day
  secret: string
  nextBsn: () => string
  nextName: () => Named
  diary: Diary
  say: Sayings
}

/** Texts, dealt so that neighbours differ. */
export type Sayings = ReturnType<typeof sayingsBy>

/** Somebody whose story has begun. */
export type Told = { client: ClientId; referral: ReferralId; caseManager: Worker }

/** Deals every text of the story. */
export function sayingsBy(chance: Chance) {
  const deal = <T>(list: readonly T[]) => dealer(chance, list)
  return {
    question: deal(words.ownQuestions),
    reason: deal(words.reasons),
    promise: deal(words.promises),
    agreed: deal(words.agreements),
    about: deal(words.appointmentWords),
    leaving: deal(words.ownLeaving),
    moving: deal(words.ownMoving),
    visit: deal(reports.visit),
    phone: deal(reports.phone),
    office: deal(reports.office),
    tried: deal(reports.tried),
    peer: deal(ownReports.peer),
    addiction: deal(ownReports['addiction-worker']),
    living: deal(ownReports['supported-living-worker']),
    trainee: deal(ownReports.trainee),
  }
}

/** Somebody of the team with one of these functions. */
export function worker(team: Team, ...functions: string[]): Worker {
  const [found] = workers(team, ...functions)
  if (!found) throw new Error(`nobody is ${functions.join(' or ')}`)
  return found
}

/** Everybody of the team with one of these functions. */
export function workers(team: Team, ...functions: string[]): Worker[] {
  return team.workers.filter((x) => functions.includes(x.function))
}

/** The same day, or the Monday after a weekend. */
export function workday(day: Day): Day {
  const weekday = daysBetween(mondayOf(day), day)
  return weekday > 4 ? addDays(day, 7 - weekday) : day
}

/** The same day, or the Friday before a weekend. */
export function workdayBefore(day: Day): Day {
  return addDays(day, -Math.max(0, daysBetween(mondayOf(day), day) - 4))
}

/**
 * A moment of a working day, as HH:MM. The story ends before nine on its last day: whoever looks that morning finds
 * nothing that is still to happen.
 */
export function timeOn({ chance, last }: Stage, day: Day): string {
  const hour = day < last ? chance.int(9, 16) : chance.int(7, 8)
  return `${String(hour).padStart(2, '0')}:${chance.pick(['00', '10', '15', '30', '45'])}`
}

/** The story happens in office hours, never after its last day. */
export function during<T>(stage: Stage, day: Day, run: () => Promise<T>): Promise<T> {
  const then = day > stage.last ? stage.last : day
  return at(momentAt(then, timeOn(stage, then)), run)
}

/** A plan for an intake at the desk of the team. */
export function intakePlan({ team }: Stage, person: PersonId, when: { day: Day; time: string }) {
  return {
    ...when,
    minutes: 60,
    place: deskOf(team),
    person,
    withWhom: '',
    relativeInvited: '',
    whyAgain: '',
  }
}

/** Where the team receives people. */
export function deskOf({ slug, name }: Team): string {
  return teamDesks[slug]?.address ?? `Wijkcentrum, team ${name}`
}
