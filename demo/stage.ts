import { addDays, type Day, daysBetween, momentAt, mondayOf } from '../app/core/day.ts'
import type { ClientId, PersonId, ReferralId } from '../app/core/id.ts'
import { at } from '../app/platform/clock.ts'
import type { Chance } from './chance.ts'
import type { Team, Worker } from './house.ts'

/** Where a story is told: the team, chance, and the last day of the told history. */
export type Stage = { team: Team; chance: Chance; last: Day; secret: string; nextBsn: () => string }

/** Somebody whose story has begun. */
export type Told = { client: ClientId; referral: ReferralId; caseManager: Worker }

/** Somebody of the team with one of these functions. */
export function worker(team: Team, ...functions: string[]): Worker {
  const found = team.workers.find((x) => functions.includes(x.function))
  if (!found) throw new Error(`nobody is ${functions.join(' or ')}`)
  return found
}

/** The same day, or the Monday after a weekend. */
export function workday(day: Day): Day {
  const weekday = daysBetween(mondayOf(day), day)
  return weekday > 4 ? addDays(day, 7 - weekday) : day
}

/** A moment of a working day: the story happens in office hours, never after its last day. */
export function during<T>({ chance, last }: Stage, day: Day, run: () => Promise<T>): Promise<T> {
  const time = `${String(chance.int(8, 16)).padStart(2, '0')}:${chance.pick(['00', '10', '15', '30', '45'])}`
  return at(momentAt(day > last ? last : day, time), run)
}

/** A plan for an intake on the first working day from then. */
export function intakePlan({ team }: Stage, person: PersonId, asked: Day) {
  const day = workday(asked)
  return {
    day,
    time: '10:00',
    minutes: 60,
    place: `Wijkcentrum, team ${team.name}`,
    person,
    withWhom: '',
    relativeInvited: '',
  }
}
