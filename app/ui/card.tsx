import type { Child } from 'hono/jsx'
import { Heading, type HeadingLevel } from './heading'

type CardProps = {
  heading?: Child
  level?: HeadingLevel
  /** at the right of the heading: a link, a soft word */
  actions?: Child
  /** own: the client's own; brand: a goal; alarm: needs attention now */
  kind?: 'plain' | 'own' | 'brand' | 'alarm'
  id?: string | undefined
  children?: Child
}

/** A piece of a page that belongs together; with a heading it is a section that can be found by that heading. */
export function Card({ heading, level = 2, actions, kind = 'plain', id, children }: CardProps) {
  const look = kind === 'plain' ? 'card' : `card card-${kind}`
  if (!heading)
    return (
      <div class={look} id={id}>
        {children}
      </div>
    )
  return (
    <section class={look} id={id}>
      <div class="card-head">
        <Heading level={level}>{heading}</Heading>
        {actions && <div class="card-actions">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
