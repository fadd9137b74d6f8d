import type { Child } from 'hono/jsx'
import type { Tone } from './chip'
import { A } from './link'

type StatProps = {
  number: string | number
  label: string
  href?: string | undefined
  soft?: Child
  tone?: Tone
}

/** A number with its word, and the way to the rows behind it. */
export function Stat({ number, label, href, soft, tone = 'plain' }: StatProps) {
  return (
    <div class={`card stat stat-${tone}`}>
      <div class="stat-number">{number}</div>
      <div class="stat-label">
        {href ? (
          <A class="row-link" href={href}>
            {label}
          </A>
        ) : (
          label
        )}
      </div>
      {soft && <div class="soft">{soft}</div>}
    </div>
  )
}

/** Numbers beside each other. */
export function Stats({ children }: { children?: Child }) {
  return <div class="stats">{children}</div>
}
