import type { Lang } from '../../../core/texts.ts'
import { texts } from '../texts.ts'

/** What a page says after ?gedaan= of this slice ("ondertekend", "concept" ...); undefined for a code of another. */
export function contactSaid(code: string | undefined, lang: Lang): string | undefined {
  return texts[lang].said[code ?? '']
}
