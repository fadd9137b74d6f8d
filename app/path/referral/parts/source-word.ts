import type { Lang } from '../../../core/texts.ts'
import { texts } from '../texts.ts'

/** The word for who referred; a code that is none of ours stands as it is. */
export function sourceWord(source: string, lang: Lang): string {
  const words: Record<string, string> = texts[lang].sources
  return words[source] ?? source
}
