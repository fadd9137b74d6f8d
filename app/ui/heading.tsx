import type { Child } from 'hono/jsx'

export type HeadingLevel = 2 | 3 | 4

/** A heading whose level depends on where its component stands. */
export function Heading({ level, children }: { level: HeadingLevel; children?: Child }) {
  if (level === 2) return <h2>{children}</h2>
  if (level === 3) return <h3>{children}</h3>
  return <h4>{children}</h4>
}
