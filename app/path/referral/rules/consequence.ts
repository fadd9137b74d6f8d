/** What an advice talk can lead to. */
export const talkOutcomes = ['in-care', 'temporary', 'consultation', 'elsewhere', 'not-now'] as const
export type TalkOutcome = (typeof talkOutcomes)[number]

/** What an outcome does: care starts, the referral ends, or contact is kept with who wants no care now (E, knelpunt 4-6). */
export function consequenceOf(outcome: TalkOutcome): 'starts-care' | 'ends' | 'keeps-contact' {
  if (outcome === 'in-care' || outcome === 'temporary') return 'starts-care'
  return outcome === 'not-now' ? 'keeps-contact' : 'ends'
}
