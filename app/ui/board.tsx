import type { Child } from 'hono/jsx'
import { type Phase, PhaseSign } from './icon'
import { useWords } from './lang'
import { A } from './link'
import { Own } from './quote'

/** A lane is a phase; 0 holds people whose phase is not known yet. */
export type LanePhase = Phase | 0
type LaneHead = { phase: LanePhase; title: string; count: number }

/** The lanes of the recovery board; on a phone under each other, with a list to jump with. */
export function Board({ lanes, children }: { lanes: readonly LaneHead[]; children?: Child }) {
  const words = useWords()
  return (
    <>
      <nav class="board-jump" aria-label={words.jump}>
        {lanes.map((lane) => (
          <A href={`#fase-${lane.phase}`} class={`chip chip-phase phase-${lane.phase}`}>
            {lane.phase !== 0 && <PhaseSign phase={lane.phase} />}
            {lane.title} <span class="soft">{lane.count}</span>
          </A>
        ))}
      </nav>
      <div class="board">{children}</div>
    </>
  )
}

/** One lane. Its cards are a list, so that their number is heard. */
export function Lane({ phase, title, count, children }: LaneHead & { children?: Child }) {
  return (
    <section
      class={`lane phase-${phase}`}
      id={`fase-${phase}`}
      tabindex={-1}
      aria-labelledby={`fase-${phase}-kop`}
    >
      <h2 id={`fase-${phase}-kop`}>
        {phase !== 0 && <PhaseSign phase={phase} />}
        <span>{phase === 0 ? title : `${phase} ${title}`}</span>
        <span class="soft lane-count">{count}</span>
      </h2>
      <ul class="lane-cards" data-phase={phase}>
        {children}
      </ul>
    </section>
  )
}

type CardProps = {
  name: string
  href: string
  /** the client's own words come first */
  quote?: string | undefined
  /** how it stands now: one chip at the right of the name */
  sign?: Child
  /** being discussed at this moment */
  now?: boolean
  id?: string | undefined
  /** chips, and what can be done */
  children?: Child
}

/** One person on the board. */
export function BoardCard({ name, href, quote, sign, now, id, children }: CardProps) {
  return (
    <li
      class={now ? 'board-card is-now' : 'board-card'}
      id={id}
      {...(now && { 'aria-current': 'true' as const })}
    >
      <div class="board-card-head">
        <h3>
          <A class="row-link" href={href}>
            {name}
          </A>
        </h3>
        {sign}
      </div>
      {quote && <Own>{quote}</Own>}
      {children && <div class="chips">{children}</div>}
    </li>
  )
}
