import type { Lang } from '../../../core/texts.ts'
import { texts } from '../texts.ts'

/** What a page says after ?gedaan= of this slice ("ondertekend", "concept" ...); undefined for a code of another. */
export function contactSaid(code: string | undefined, lang: Lang): string | undefined {
  return texts[lang].said[code ?? '']
}

/** What the client's own pages say honestly: that parts told in confidence may exist (never whether they do). */
export function confidenceMayExist(lang: Lang): string {
  return texts[lang].portal.confidence
}
