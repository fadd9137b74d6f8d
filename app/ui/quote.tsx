import type { Child } from 'hono/jsx'

/** The client's own words, short, between quotation marks. */
export function Own({ children }: { children?: Child }) {
  return <q class="own">{children}</q>
}

/** The client's own words as a piece of text, with a heather edge; `by` says who wrote it. */
export function OwnWords({ by, children }: { by?: Child; children?: Child }) {
  return (
    <div class="own-words">
      {by && <div class="soft">{by}</div>}
      <blockquote>{children}</blockquote>
    </div>
  )
}
