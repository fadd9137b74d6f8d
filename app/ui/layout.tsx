import type { Child } from 'hono/jsx'

/** Two columns on a wide screen, one on a phone. `main`: the first is wider; `even`: equal. */
export function Columns({ kind = 'main', children }: { kind?: 'main' | 'even' | 'three'; children?: Child }) {
  return <div class={`columns columns-${kind}`}>{children}</div>
}

/** Under each other, with space. `narrow` keeps lines of text and forms readable. */
export function Stack({ tight, narrow, children }: { tight?: boolean; narrow?: boolean; children?: Child }) {
  return <div class={`stack${tight ? ' stack-tight' : ''}${narrow ? ' narrow' : ''}`}>{children}</div>
}

/** Beside each other, wrapping; `between` pushes the last to the right. */
export function Inline({ between, children }: { between?: boolean; children?: Child }) {
  return <div class={between ? 'row between' : 'row'}>{children}</div>
}

/** Small and soft: what is administrative. */
export function Soft({ children }: { children?: Child }) {
  return <span class="soft">{children}</span>
}

/** Only for screen readers. */
export function Unseen({ children }: { children?: Child }) {
  return <span class="unseen">{children}</span>
}

/** More, for who wants it: closed until it is opened. */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: Child
  open?: boolean
  children?: Child
}) {
  return (
    <details class="disclosure" open={open ?? false}>
      <summary>{summary}</summary>
      <div class="disclosure-body">{children}</div>
    </details>
  )
}
