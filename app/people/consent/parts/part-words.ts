import type { Lang } from '../../../core/texts.ts'
import { texts } from '../texts.ts'

/** A part of the dossier in words; null is the whole of it. */
export function sayPart(section: string | null, lang: Lang): string {
  const { sections, short } = texts[lang]
  const all: Record<string, string> = { ...sections, ...short }
  return section === null ? short.all : (all[section] ?? section)
}

/** The parts, as choices of a form. */
export function partOptions(lang: Lang): { value: string; label: string }[] {
  return Object.entries(texts[lang].sections).map(([value, label]) => ({ value, label }))
}
