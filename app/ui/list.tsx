import type { Child } from 'hono/jsx'

/** Things under each other, a thin line between them. */
export function List({ label, children }: { label?: string; children?: Child }) {
  return (
    <ul class="list" {...(label && { 'aria-label': label })}>
      {children}
    </ul>
  )
}

type ListRowProps = {
  /** at the left: a time, an avatar, a chip */
  lead?: Child
  /** a time as lead gets a column of its own, so that the rows line up */
  kind?: 'loose' | 'timed'
  /** under the main words, small */
  soft?: Child
  /** at the right: a button or a link */
  action?: Child
  children?: Child
}

/** One row: the person or the thing first, what is administrative soft under it. */
export function ListRow({ lead, kind = 'loose', soft, action, children }: ListRowProps) {
  return (
    <li class={`list-row list-${kind}`}>
      {lead && <div class="list-lead">{lead}</div>}
      <div class="list-main">
        <div class="list-words">{children}</div>
        {soft && <div class="soft">{soft}</div>}
      </div>
      {action && <div class="list-action">{action}</div>}
    </li>
  )
}
