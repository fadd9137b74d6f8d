import type { Lang } from '../../../core/texts.ts'
import type { IconName } from '../../../ui/icons.ts'
import type { AppointmentKind } from '../rules/appointment-form.ts'
import { texts } from '../texts.ts'

/** The sign of each kind of appointment; always beside its word. */
export const appointmentIcons: Record<AppointmentKind, IconName> = {
  visit: 'house',
  office: 'map-pin',
  phone: 'phone',
  video: 'video',
  talk: 'users',
  intake: 'heart-handshake',
}

/** A kind of appointment in words. */
export function appointmentWord(kind: AppointmentKind, lang: Lang): string {
  return texts[lang].kinds[kind]
}
