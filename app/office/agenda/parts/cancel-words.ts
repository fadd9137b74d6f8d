import type { Lang } from '../../../core/texts.ts'
import type { Cancellation } from '../store/appointments.ts'
import { texts } from '../texts.ts'

/** Why an appointment does not go on, for the team: what made it needless, or who cancelled and why. */
export function cancelWords(
  { cancelledFor, cause, reason }: Omit<Cancellation, 'writtenAt'>,
  lang: Lang,
): string {
  const t = texts[lang]
  return cause ? t.causes[cause] : [t.cancelledFor[cancelledFor], reason].filter(Boolean).join(': ')
}
