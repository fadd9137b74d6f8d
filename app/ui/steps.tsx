import { Icon } from './icon'
import { useWords } from './lang'
import { A } from './link'

export type Step = {
  label: string
  state: 'done' | 'current' | 'ahead'
  soft?: string | undefined
  href?: string | undefined
}

/** Where somebody is on a path (aanmelding, wachtlijst, intake, in zorg); said in words too. */
export function Steps({ label, items }: { label?: string; items: readonly Step[] }) {
  const words = useWords()
  const said = { done: words.stepDone, current: words.stepCurrent, ahead: words.stepAhead }
  return (
    <div class="steps-frame">
      <ol class="steps" aria-label={label ?? words.steps}>
        {items.map((step) => (
          <li
            class={`step step-${step.state}`}
            {...(step.state === 'current' && { 'aria-current': 'step' as const })}
          >
            <span class="step-sign" aria-hidden="true">
              {step.state === 'done' && <Icon name="check" />}
            </span>
            <span class="step-label">{step.href ? <A href={step.href}>{step.label}</A> : step.label}</span>
            <span class="soft">{[said[step.state], step.soft].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
