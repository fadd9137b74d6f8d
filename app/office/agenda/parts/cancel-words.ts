import { type Lang, sayMoment } from '../../../core/texts.ts'
import type { CancelCause } from '../rules/appointment-form.ts'
import { texts } from '../texts.ts'

type Why = {
  cancelledFor: 'client' | 'team'
  cause: CancelCause | null
  /** the moment of what was planned instead */
  movedTo: Date | string | null
  reason?: string
}

/** Why an appointment does not go on, for the team: to when it was moved, what made it needless, or who cancelled and why. */
export function cancelWords({ cancelledFor, cause, movedTo, reason }: Why, lang: Lang): string {
  const t = texts[lang]
  if (movedTo) return t.movedTo(sayMoment(new Date(movedTo), lang))
  return cause ? t.causes[cause] : [t.cancelledFor[cancelledFor], reason].filter(Boolean).join(': ')
}
