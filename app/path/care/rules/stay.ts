import type { Day } from '../../../core/day.ts'
import type { TeamId } from '../../../core/id.ts'

/** Referred, in care, or in aftercare: referred on and not yet taken over, so still counted (E 4.2). */
export type Phase = 'referral' | 'care' | 'aftercare'

/** A stretch of time with one team in one phase; both days count, `until` null means it goes on. */
export type Period = {
  teamId: TeamId
  team: string
  phase: Phase
  from: Day
  until: Day | null
  episodeId: string
}

/** What lasts from a day, with or without a last one. */
export type Lasting = { from: Day; until: Day | null }

/** True for what is there on that day, both ends included. */
export function isOn({ from, until }: Lasting, day: Day): boolean {
  return from <= day && (until === null || day <= until)
}

/** The stay that can be ended: care or aftercare without a last day, with one of these teams where there is one. */
export function openStay(periods: Period[], teams: TeamId[]): Period | undefined {
  const open = periods.filter(({ phase, until }) => phase !== 'referral' && until === null)
  return open.find(({ teamId }) => teams.includes(teamId)) ?? open[0]
}
