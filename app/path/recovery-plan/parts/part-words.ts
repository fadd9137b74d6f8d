import type { Lang } from '../../../core/texts.ts'
import { ownParts, type Part } from '../rules/template.ts'
import { texts } from '../texts.ts'

/** A part of the form in one language. */
export type PartWords = { key: string; title: string; question: string }

/** The parts of the plan in their order: those of the region's form, or the product's own. */
export function partsOf(template: readonly Part[] | undefined, lang: Lang): PartWords[] {
  if (template)
    return template.map(({ key, title, question }) => ({ key, title: title[lang], question: question[lang] }))
  return ownParts.map((key) => ({ key, ...texts[lang].parts[key] }))
}
