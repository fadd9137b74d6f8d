import type { Child } from 'hono/jsx'
import { Icon } from './icon'
import type { IconName } from './icons'
import { useWords } from './lang'
import { A } from './link'

/** One entry of a menu. `count` is what waits there; `hot` when it cannot wait. */
export type NavItem = {
  href: string
  label: string
  icon: IconName
  count?: number | undefined
  hot?: boolean
  current?: boolean
}

type Items = { items: readonly NavItem[] }

// A thumb has room for five: four entries and "Meer".
const inBar = 4

/** The menu at the left of a wide screen. */
export function SideNav({ items }: Items) {
  const words = useWords()
  return (
    <nav class="side-nav" aria-label={words.mainMenu}>
      {items.map((item) => (
        <Entry item={item} />
      ))}
    </nav>
  )
}

/** The same menu on a phone: the first four in a bar at the bottom, the rest and `children` under "Meer". */
export function TabBar({ items, children }: Items & { children?: Child }) {
  const words = useWords()
  const rest = items.slice(inBar)
  const urgent = rest.reduce((sum, item) => sum + (item.hot ? (item.count ?? 0) : 0), 0)
  const isInRest = rest.some((item) => item.current)
  return (
    <nav class="tab-bar" aria-label={words.mainMenu}>
      {items.slice(0, inBar).map((item) => (
        <Entry item={item} />
      ))}
      <details class="more">
        <summary class={isInRest ? 'is-current' : undefined}>
          <Icon name="ellipsis" />
          <span>{words.more}</span>
          {urgent > 0 && <span class="count count-hot">{urgent}</span>}
        </summary>
        <div class="panel">
          {rest.map((item) => (
            <Entry item={item} />
          ))}
          {children}
        </div>
      </details>
    </nav>
  )
}

/** The tabs of the portal: at most five, at the bottom of a phone, at the top of a wide screen. */
export function PortalTabs({ items }: Items) {
  const words = useWords()
  return (
    <nav class="portal-tabs" aria-label={words.mainMenu}>
      {items.slice(0, 5).map((item) => (
        <Entry item={item} />
      ))}
    </nav>
  )
}

function Entry({ item }: { item: NavItem }) {
  return (
    <A href={item.href} {...(item.current && { 'aria-current': 'page' as const })}>
      <Icon name={item.icon} />
      <span>{item.label}</span>
      {item.count ? <span class={item.hot ? 'count count-hot' : 'count'}>{item.count}</span> : null}
    </A>
  )
}
