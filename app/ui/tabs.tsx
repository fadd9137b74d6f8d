import { A } from './link'

export type Tab = { href: string; label: string; current?: boolean; count?: number | undefined }

/** The parts of one thing, as links. On a narrow screen the row scrolls sideways. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map((tab) => (
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
