import type { Child } from 'hono/jsx'
import { Button } from './button'
import { Form } from './form'
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

/** A filter with fields, sent by GET; never for names, which do not belong in an address. */
export function FilterForm({
  action,
  submit,
  children,
}: {
  action?: string
  submit?: string
  children?: Child
}) {
  const words = useWords()
  return (
    <Form method="get" action={action} class="filter-form">
      {children}
      <Button kind="plain">{submit ?? words.apply}</Button>
    </Form>
  )
}
