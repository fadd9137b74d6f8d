import { Icon } from './icon'
import type { IconName } from './icons'

/** The initials of a person beside the name, or an icon where nobody did it. `own` is the client. */
export function Avatar({
  initials,
  icon,
  tone = 'brand',
  big,
}: {
  initials?: string
  icon?: IconName
  tone?: 'brand' | 'own' | 'plain'
  big?: boolean
}) {
  return (
    <span class={`avatar avatar-${tone}${big ? ' avatar-big' : ''}`} aria-hidden="true">
      {icon ? <Icon name={icon} /> : initials}
    </span>
  )
}
