import type { Child } from 'hono/jsx'
import { Heading, type HeadingLevel } from './heading'
import { useWords } from './lang'

type DiffProps = {
  theirs: Child
  mine: Child
  theirsLabel?: string
  mineLabel?: string
  level?: HeadingLevel
}

/** Two versions side by side, after a form turned out to be stale. Nothing is chosen for the person. */
export function BothVersions({ theirs, mine, theirsLabel, mineLabel, level = 3 }: DiffProps) {
  const words = useWords()
  return (
    <div class="both">
      <section class="card">
        <Heading level={level}>{theirsLabel ?? words.theirs}</Heading>
        {theirs}
      </section>
      <section class="card card-brand">
        <Heading level={level}>{mineLabel ?? words.mine}</Heading>
        {mine}
      </section>
    </div>
  )
}
