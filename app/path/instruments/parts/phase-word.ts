import type { Lang } from '../../../core/texts.ts'
import { durationOf } from '../rules/duration.ts'
import type { RecoveryPhase } from '../rules/phase.ts'
import { texts } from '../texts.ts'

/** The name of a phase: "Worstelen met". */
export function phaseWord(phase: RecoveryPhase, lang: Lang): string {
  return texts[lang].phases[phase]
}

/** A number of days as people say it: "12 dagen", "14 maanden", "3 jaar". */
export function sayDuration(days: number, lang: Lang): string {
  const { count, unit } = durationOf(days)
  return texts[lang].durations[unit](count)
}
