import { Steps } from '../../../ui/steps.tsx'
import { type Stage, stages } from '../rules/state.ts'
import { texts } from '../texts.ts'

// Where the path takes another turn, that stands in the place of what was to be.
const turns: Partial<Record<Stage, Partial<Record<Stage, Stage>>>> = {
  'intake-missed': { 'intake-planned': 'intake-missed' },
  'kept-in-touch': { decided: 'kept-in-touch' },
}

/** Where a referral stands on the path from aanmelding to a decision. */
export function PathSteps({ lang, stage }: { lang: 'nl' | 'en'; stage: Stage }) {
  const t = texts[lang].stages
  const ended = stage === 'redirected' || stage === 'consulted'
  const names: readonly Stage[] = ended
    ? ['received', stage]
    : stages.map((name) => turns[stage]?.[name] ?? name)
  const at = names.indexOf(stage)
  return (
    <Steps
      label={t.label}
      items={names.map((name, i) => ({
        label: t[name],
        state: i < at ? 'done' : i === at ? 'current' : 'ahead',
      }))}
    />
  )
}
