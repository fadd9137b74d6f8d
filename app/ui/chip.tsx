import type { Child } from 'hono/jsx'
import { Icon, type Phase, PhaseSign } from './icon'
import type { IconName } from './icons'

/** plain: a fact; brand: to do; prop: a proposal or the client's word; warn, alarm, good: how it stands. */
export type Tone = 'plain' | 'brand' | 'prop' | 'warn' | 'alarm' | 'good'

/** A few words about something, in a tone. The words carry the meaning, the colour repeats it. */
export function Chip({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: Tone
  icon?: IconName | undefined
  children?: Child
}) {
  return (
    <span class={`chip chip-${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}

/** A phase of recovery as a chip, with its sign. */
export function PhaseChip({ phase, children }: { phase: Phase; children?: Child }) {
  return (
    <span class={`chip chip-phase phase-${phase}`}>
      <PhaseSign phase={phase} />
      {children}
    </span>
  )
}
