import { z } from 'zod'
import type { Day } from '../../../core/day.ts'
import { choice, optionalDay, text, whyNotComing } from '../../../core/fields.ts'

/**
 * Where a referral goes after the team looked at it; who waits gets a promised contact at once. What belongs to an outcome
 * that was not chosen is left out.
 */
export function triageForm({ today }: { today: Day }) {
  return asked.transform(applicable).superRefine((typed, ctx) => {
    const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if (typed.outcome === 'redirect' && typed.redirectTo === '') wrong('redirectTo', 'redirect-needs-where')
    if (typed.outcome !== 'waiting-list') return
    const why = typed.promisedFor ? whyNotComing(typed.promisedFor, today) : 'promise-needs-day'
    if (why) wrong('promisedFor', why)
  })
}

const asked = z.object({
  outcome: choice(['waiting-list', 'redirect', 'consultation']),
  together: text(300),
  reason: text(2000),
  redirectTo: text(300),
  promisedFor: optionalDay(),
  promise: text(300),
})
export type TriageForm = z.output<typeof asked>

function applicable(typed: TriageForm): TriageForm {
  const waits = typed.outcome === 'waiting-list'
  return {
    ...typed,
    redirectTo: typed.outcome === 'redirect' ? typed.redirectTo : '',
    promisedFor: waits ? typed.promisedFor : null,
    promise: waits ? typed.promise : '',
  }
}
