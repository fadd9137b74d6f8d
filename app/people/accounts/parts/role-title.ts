import type { Role } from '../../../core/role.ts'
import type { Lang } from '../../../core/texts.ts'
import { texts } from '../texts.ts'

/** The word for a role as a heading or a choice begins it: with a capital. */
export function roleTitle(role: Role, lang: Lang): string {
  const word = texts[lang].roles[role]
  return word.charAt(0).toUpperCase() + word.slice(1)
}
