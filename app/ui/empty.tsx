import type { Child } from 'hono/jsx'
import { Icon } from './icon'
import type { IconName } from './icons'

/** Nothing here yet: a kind sentence and, where there is one, the way to begin. */
export function Empty({
  icon = 'circle-check',
  action,
  children,
}: {
  icon?: IconName
  action?: Child
  children?: Child
}) {
  return (
    <div class="empty">
      <Icon name={icon} big />
      <p>{children}</p>
      {action}
    </div>
  )
}
