import { addDays, type Day, daysBetween } from '../app/core/day.ts'
import type { Destination } from '../app/path/care/door.ts'
import type { Source } from '../app/path/referral/door.ts'
import type { Chance } from './chance.ts'
import type { Carer, TeamPlan } from './plans.ts'

/** One invented life with the team, from referral until where it stands. */
export type Life = {
  receivedOn: Day
  source: Source
  state: 'new' | 'waiting' | 'care' | 'aftercare' | 'left' | 'consulted'
  hasEarlyContact: boolean
  organisations: Carer[]
  destination: Destination | null
  endsOn: Day | null
  /** half a year of care, agreed beforehand (E 2) */
  isTemporary?: boolean
}

const halfYear = 182
const longAgo: Source[] = ['gp', 'ggz', 'gp', 'poh', 'social-team', 'ggz', 'vnn', 'welfare', 'self', 'family']

/**
 * Lives that count up to the plan: recent referrals by source, who waits, who is in care with which organisations, who
 * left and where to. Those who wait came last, so the rest of the recent referrals are in care already.
 */
export function livesOf(plan: TeamPlan, chance: Chance, last: Day): Life[] {
  const sources = chance.shuffle(
    Object.entries(plan.recent).flatMap(([source, count]) => Array<Source>(count).fill(source as Source)),
  )
  const lives = [...waiters(plan, chance, { last, sources }), ...carers(plan, chance, { last, sources })]
  return [...endings(lives, plan), ...leavers(plan, chance, last), ...consultations(plan, chance, last)]
}

// Besides who waits for an intake (E 4.2), so many were referred this week and wait for the triage.
const inInbox = 3

type From = { last: Day; sources: Source[] }
const base = { destination: null, endsOn: null }

function waiters(plan: TeamPlan, chance: Chance, { last, sources }: From): Life[] {
  return Array.from({ length: plan.waiting + inInbox }, (_, i) => {
    const source = sources.shift()
    const days = i < inInbox ? chance.int(0, 4) : daysWaited(chance, source)
    return {
      ...base,
      receivedOn: addDays(last, -days),
      source: source ?? chance.pick(longAgo),
      state: i < inInbox ? 'new' : 'waiting',
      hasEarlyContact: i >= inInbox && i < inInbox + plan.waitingWithContact,
      organisations: [],
    }
  })
}

// Nobody of the OGGZ is left waiting past the two weeks (E, knelpunt 5); who came by no recent source waits very long.
function daysWaited(chance: Chance, source: Source | undefined): number {
  if (source === 'oggz') return 8
  return source ? chance.int(9, 70) : chance.int(halfYear + 5, halfYear + 60)
}

function carers(plan: TeamPlan, chance: Chance, { last, sources }: From): Life[] {
  return withCarers(plan, chance).map((organisations, i) => {
    const source = sources.shift()
    const days = source ? chance.int(90, halfYear - 10) : chance.int(halfYear + 20, 1400)
    return {
      ...base,
      receivedOn: addDays(last, -days),
      source: source ?? chance.pick(longAgo),
      state: 'care',
      hasEarlyContact: i % 3 === 0,
      organisations,
      isTemporary: source !== undefined && organisations.join() === 'ggz',
    }
  })
}

function withCarers(plan: TeamPlan, chance: Chance): Carer[][] {
  return chance.shuffle(
    plan.mix.flatMap(({ organisations, people }) => Array<Carer[]>(people).fill(organisations)),
  )
}

// Aftercare counts among those in care (the source says 166 of whom 7 in aftercare): long-known people of one organisation.
function endings(lives: Life[], plan: TeamPlan): Life[] {
  const destinations = spread(plan.aftercare)
  const ending = lives
    .filter((life) => life.state === 'care' && life.organisations.join() === 'ggz')
    .slice(-destinations.length)
  for (const [i, life] of (destinations.length === 0 ? [] : ending).entries()) {
    life.state = 'aftercare'
    life.destination = destinations[i] ?? null
  }
  return lives
}

function leavers(plan: TeamPlan, chance: Chance, last: Day): Life[] {
  return spread(plan.left).map((destination) => ({
    receivedOn: addDays(last, -chance.int(halfYear + 120, 1200)),
    source: chance.pick(longAgo),
    state: 'left',
    hasEarlyContact: chance.maybe(0.3),
    organisations: ['ggz'],
    destination,
    endsOn: addDays(last, -chance.int(10, halfYear - 15)),
  }))
}

function consultations(plan: TeamPlan, chance: Chance, last: Day): Life[] {
  return Array.from({ length: plan.consulted }, () => ({
    receivedOn: addDays(last, -chance.int(halfYear + 5, 400)),
    source: chance.pick(longAgo),
    state: 'consulted' as const,
    hasEarlyContact: false,
    organisations: [],
    destination: null,
    endsOn: null,
  }))
}

function spread(counts: Partial<Record<Destination, number>>): Destination[] {
  return Object.entries(counts).flatMap(([destination, count]) =>
    Array<Destination>(count).fill(destination as Destination),
  )
}

/** So many days of a life lie before the last day of the story. */
export function lived(life: Life, last: Day): number {
  return daysBetween(life.receivedOn, life.endsOn ?? last)
}
