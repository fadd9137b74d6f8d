import { z } from 'zod'
import type { Day } from '../../../core/day.ts'
import { choice, day, text } from '../../../core/fields.ts'
import type { RecoveryPhase } from './phase.ts'

/** The phase of which was spoken: on which day (never ahead), and in the client's own words. */
export function phaseForm(today: Day) {
  return z.object({
    phase: choice(['1', '2', '3', '4']).transform((code) => Number(code) as RecoveryPhase),
    talkedOn: day().refine((talkedOn) => talkedOn <= today, 'date-in-future'),
    ownWords: text(2000),
  })
}
export type PhaseForm = z.output<ReturnType<typeof phaseForm>>
