/** How far a referral has come. */
export const stages = ['received', 'waiting', 'intake-planned', 'intake-held', 'decided'] as const

export type Stage = (typeof stages)[number] | 'redirected' | 'consulted'

/** What happened to a referral so far. */
export type Happened = {
  triage: 'waiting-list' | 'redirect' | 'consultation' | null
  hasIntakePlan: boolean
  hasReport: boolean
  hasTalk: boolean
}

/** The stage follows from what happened; nobody sets it. */
export function stageOf(happened: Happened): Stage {
  if (happened.hasTalk) return 'decided'
  if (happened.triage === 'redirect') return 'redirected'
  if (happened.triage === 'consultation') return 'consulted'
  if (happened.hasReport) return 'intake-held'
  if (happened.hasIntakePlan) return 'intake-planned'
  return happened.triage === null ? 'received' : 'waiting'
}
