import { A, useReach } from './link'

export type Tab = { href: string; label: string; current?: boolean; count?: number | undefined }

/** The parts of one thing, as links. Only those that whoever looks has; where there is little room they go on below, so that the open one is in sight. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  const isOpen = useReach()
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items
          .filter(({ href }) => isOpen(href))
          .map((tab) => (
            <li>
              <A href={tab.href} {...(tab.current && { 'aria-current': 'page' as const })}>
                {tab.label}
                {tab.count ? <span class="count">{tab.count}</span> : null}
              </A>
            </li>
          ))}
      </ul>
    </nav>
  )
}
