import type { Child } from 'hono/jsx'
import { Icon } from './icon'
import type { IconName } from './icons'

type NoticeKind = 'success' | 'info' | 'warn' | 'alarm'

const icons: Record<NoticeKind, IconName> = {
  success: 'circle-check',
  info: 'info',
  warn: 'triangle-alert',
  alarm: 'octagon-alert',
}

/** A message about the page. Success is spoken when it appears; `live` speaks any other kind too. */
export function Notice({
  kind = 'info',
  title,
  live = kind === 'success',
  children,
}: {
  kind?: NoticeKind
  title?: Child
  live?: boolean
  children?: Child
}) {
  const spoken = live ? { role: kind === 'alarm' ? 'alert' : 'status' } : {}
  return (
    <div class={`notice notice-${kind}`} {...spoken}>
      <Icon name={icons[kind]} />
      <div>
        {title && <strong class="notice-title">{title}</strong>}
        {children}
      </div>
    </div>
  )
}
