import { Icon } from './icon'
import { useWords } from './lang'
import { A } from './link'

export type FilterChoice = { href: string; label: string; count?: number | undefined; current?: boolean }

/** Which rows are shown, as links; the chosen one has a check mark. */
export function FilterLinks({ label, items }: { label?: string; items: readonly FilterChoice[] }) {
  const words = useWords()
  return (
    <nav class="filter" aria-label={label ?? words.filter}>
      <ul>
        {items.map((item) => (
          <li>
            <A href={item.href} {...(item.current && { 'aria-current': 'true' as const })}>
              {item.current && <Icon name="check" />}
              {item.label}
              {item.count === undefined ? null : <span class="soft">{item.count}</span>}
            </A>
          </li>
        ))}
      </ul>
    </nav>
  )
}
