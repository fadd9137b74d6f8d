import type { Lang } from '../../../core/texts.ts'
import type { Destination } from '../rules/outflow-form.ts'
import { texts } from '../texts.ts'

/** Where somebody goes after care, in a word or two. */
export function destinationWord(destination: Destination, lang: Lang): string {
  return texts[lang].destinations[destination]
}
