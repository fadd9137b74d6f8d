import { Steps } from '../../../ui/steps.tsx'
import { type Stage, stages } from '../rules/state.ts'
import { texts } from '../texts.ts'

/** Where a referral stands on the path from aanmelding to a decision. */
export function PathSteps({ lang, stage }: { lang: 'nl' | 'en'; stage: Stage }) {
  const t = texts[lang].stages
  const ended = stage === 'redirected' || stage === 'consulted'
  const names = ended ? (['received', stage] as const) : stages
  const at = ended ? 1 : stages.indexOf(stage as (typeof stages)[number])
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
