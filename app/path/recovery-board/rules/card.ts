import { type Day, daysBetween } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import type { RecoveryPhase } from '../../instruments/door.ts'

/** One person on the board; null where nothing is known, or where its section is not open to whoever looks. */
export type BoardLine = {
  clientId: ClientId
  givenName: string
  infix: string
  familyName: string
  carePhase: 'care' | 'aftercare'
  /** the last day with this team, when it is agreed already */
  lastDay: Day | null
  phase: RecoveryPhase | null
  phaseSince: Day | null
  previousPhase: RecoveryPhase | null
  ownQuestion: string | null
  lastContactOn: Day | null
  organisations: number
  /** two or more organisations, welfare not counted (E 4.2) */
  shared: boolean
  /** the end of a temporary offer */
  endsOn: Day | null
  /** a part for this client is mine, or the last contact was */
  mine: boolean
  seesContacts: boolean
  seesPhases: boolean
}

/** From so many days without contact a person is too long out of sight. Our own choice, to be set by the region. */
const quietFrom = 21
/** From so many days in one phase the team looks anew (E 2: possible under-treatment). Our own choice as well. */
const sameFrom = 365
/** A change of phase is news for so many days. */
const newsFor = 30

/** How it stands with one person: what the chips say. */
export type Signs = {
  /** days since the last contact; null: none yet, or not to be seen */
  quietDays: number | null
  isQuiet: boolean
  hasNoContact: boolean
  samePhaseDays: number | null
  isLongSame: boolean
  /** the phase before, when that changed of late */
  movedFrom: RecoveryPhase | null
}

/** What a card says on a day. Who is in sight is never called quiet for what the reader may not see. */
export function signsOf(line: BoardLine, today: Day): Signs {
  const quietDays = line.lastContactOn && Math.max(0, daysBetween(line.lastContactOn, today))
  const samePhaseDays = line.phaseSince && Math.max(0, daysBetween(line.phaseSince, today))
  return {
    quietDays,
    isQuiet: quietDays !== null && quietDays >= quietFrom,
    hasNoContact: line.seesContacts && line.lastContactOn === null,
    samePhaseDays,
    isLongSame: samePhaseDays !== null && samePhaseDays >= sameFrom,
    movedFrom: samePhaseDays !== null && samePhaseDays < newsFor ? line.previousPhase : null,
  }
}
