import type { Lang } from '../../../core/texts.ts'
import type { IconName } from '../../../ui/icons.ts'
import type { ContactKind } from '../rules/contact-form.ts'
import { texts } from '../texts.ts'

/** The sign of each kind of contact; always beside its word. */
export const kindIcons: Record<ContactKind, IconName> = {
  visit: 'house',
  office: 'map-pin',
  phone: 'phone',
  video: 'video',
  message: 'message-circle',
  tried: 'phone-missed',
}

/** A kind of contact in words. */
export function kindWord(kind: ContactKind, lang: Lang): string {
  return texts[lang].kinds[kind]
}
