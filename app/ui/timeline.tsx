import type { Child } from 'hono/jsx'

/** What happened, the newest first, along a line. */
export function Timeline({ label, children }: { label?: string; children?: Child }) {
  return (
    <ol class="timeline" {...(label && { 'aria-label': label })}>
      {children}
    </ol>
  )
}

type ItemProps = {
  /** the moment in words ("gisteren 16:10") */
  time: Child
  /** the moment for machines, ISO 8601 */
  datetime?: string | undefined
  /** what happened, in a few words */
  label: Child
  /** who and where, soft beside the label */
  soft?: Child
  /** at the right of the label: a chip */
  aside?: Child
  /** brand: a worker; own: the client; good: a step forward; warn: attention */
  dot?: 'brand' | 'own' | 'good' | 'warn' | 'plain'
  /** without a card, for small events */
  bare?: boolean
  id?: string | undefined
  children?: Child
}

/** One event on the line. */
export function TimelineItem({
  time,
  datetime,
  label,
  soft,
  aside,
  dot = 'brand',
  bare,
  id,
  children,
}: ItemProps) {
  return (
    <li class="timeline-item" id={id}>
      <time class="soft" datetime={datetime}>
        {time}
      </time>
      <span class={`dot dot-${dot}`} aria-hidden="true" />
      <div class={bare ? 'timeline-body' : 'card timeline-body'}>
        <div class="timeline-head">
          <div>
            <strong>{label}</strong> {soft && <span class="soft">{soft}</span>}
          </div>
          {aside && <div>{aside}</div>}
        </div>
        {children}
      </div>
    </li>
  )
}
